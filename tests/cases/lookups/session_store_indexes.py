"""A session store with several indexes: by run, by user, by thread; sends look ids up in them."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Iterator, Optional


@dataclass
class Session:
    session_id: str
    run_ids: list[str] = field(default_factory=list)
    user_id: str = ""
    thread_id: str = ""


class SessionStore:
    def __init__(self) -> None:
        self._sessions: dict[str, Session] = {}
        self._by_run: dict[str, str] = {}
        self._by_user: dict[str, set[str]] = defaultdict(set)

    def add(self, session: Session) -> Session:
        self._sessions[session.session_id] = session
        for run in session.run_ids:
            self._by_run[run] = session.session_id
        self._by_user[session.user_id].add(session.session_id)
        return session

    def of_run(self, run_id: str) -> Optional[Session]:
        key = self._by_run.get(run_id)
        return self._sessions.get(key) if key else None

    def of_user(self, user_id: str) -> Iterator[Session]:
        for key in sorted(self._by_user[user_id]):
            yield self._sessions[key]

    def latest_run(self, user_id: str) -> Optional[str]:
        runs = [run for session in self.of_user(user_id) for run in session.run_ids]
        return runs[-1] if runs else None

    def users(self) -> list[str]:
        return [user for user in self._by_user if user]

    def runs(self) -> list[str]:
        return list(self._by_run)


class Broadcaster:
    def __init__(self, ws, store: SessionStore):
        self.ws = ws
        self.store = store

    async def to_owner(self, run_id: str, message: dict) -> None:
        session = self.store.of_run(run_id)
        if session and session.user_id:
            await self.ws.send_to_user(session.user_id, message)

    async def to_threads_of(self, user_id: str, message: dict) -> None:
        for session in self.store.of_user(user_id):
            await self.ws.send_to_thread(session.thread_id, {**message, "runs": session.run_ids})

    async def to_everyone(self, message: dict) -> None:
        for user in self.store.users():
            latest = self.store.latest_run(user)
            await self.ws.send_to_user(user, {**message, "latest_run": latest})

    async def to_active(self, message: dict) -> None:
        for target in self.store.runs():
            await self.ws.send_to_user(target, message)

    async def to_latest(self, user_id: str, message: dict) -> None:
        target = self.store.latest_run(user_id)
        if target:
            await self.ws.send_message(target, message)


async def main(manager, run_id, other_run_id, user_key, thread_id):
    store = SessionStore()
    store.add(Session("s1", [run_id, other_run_id], user_key, thread_id or ""))
    sender = Broadcaster(manager, store)
    await sender.to_owner(run_id, {"n": 1})
    await sender.to_threads_of(user_key, {"n": 2})
    await sender.to_everyone({"n": 3})
    await sender.to_active({"n": 4})
    await sender.to_latest(user_key, {"n": 5})
