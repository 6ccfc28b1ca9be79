from __future__ import annotations

from typing import TypedDict


class Entry(TypedDict):
    run: str
    user: str | None
    thread: str | None


class Directory:
    def __init__(self) -> None:
        self._entries: list[Entry] = []

    def add_run(self, run: str, user: str | None, thread: str | None) -> None:
        self._entries.append({"run": run, "user": user, "thread": thread})

    def find(self, run: str) -> Entry | None:
        return next((entry for entry in self._entries if entry["run"] == run), None)

    def user_of(self, run: str) -> str | None:
        entry = self.find(run)
        return entry["user"] if entry else None

    def everyone(self) -> list[str]:
        return [entry["user"] or entry["run"] for entry in self._entries]
