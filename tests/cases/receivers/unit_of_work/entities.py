from __future__ import annotations

from dataclasses import dataclass


@dataclass
class User:
    id: str
    email: str


@dataclass
class Thread:
    id: str
    owner: User
    title: str = ""


@dataclass
class Run:
    id: str
    thread: Thread
    status: str = "created"

    @property
    def owner(self) -> User:
        return self.thread.owner

    def complete(self) -> "Run":
        self.status = "completed"
        return self
