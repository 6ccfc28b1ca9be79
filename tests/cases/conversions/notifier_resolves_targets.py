"""A notifier takes any id and finds out who is behind it before it sends."""

import logging
from typing import Optional

logger = logging.getLogger(__name__)


class SessionStore:
    def __init__(self):
        self._by_run: dict[str, dict] = {}

    def open(self, run_id: str, user_id: Optional[str], thread_id: str) -> None:
        self._by_run[run_id] = {"user_id": user_id, "thread_id": thread_id, "open": True}

    def get(self, run_id: str) -> Optional[dict]:
        return self._by_run.get(run_id)

    def user_of(self, run_id: str) -> Optional[str]:
        session = self.get(run_id)
        return session["user_id"] if session else None

    def close(self, run_id: str) -> None:
        session = self._by_run.pop(run_id, None)
        if session:
            session["open"] = False


class Notifier:
    def __init__(self, ws, sessions: SessionStore):
        self.ws = ws
        self.sessions = sessions

    def _resolve(self, target: str) -> Optional[str]:
        if target.startswith("run_"):
            return self.sessions.user_of(target)
        if target.startswith("thread_"):
            logger.debug("threads are no users: %s", target)
            return None
        return target

    def _resolve_leniently(self, target: str) -> str:
        found = self._resolve(target)
        if found is None:
            logger.warning("no user behind %s", target)
            return target
        return found

    async def notify(self, target: str, message: dict) -> bool:
        recipient = self._resolve(target)
        if recipient is None:
            return False
        await self.ws.send_to_user(recipient, message)
        return True

    async def notify_anyway(self, target: str, message: dict) -> None:
        recipient = self._resolve_leniently(target)
        await self.ws.send_to_user(recipient, message)

    async def notify_room(self, run_id: str, message: dict) -> None:
        session = self.sessions.get(run_id)
        if session is None:
            return
        room = session["thread_id"]
        await self.ws.send_to_thread(room, {**message, "run_id": run_id})


async def main(manager, run_id, other_run_id, user_id, thread_id):
    sessions = SessionStore()
    sessions.open(run_id, user_id, thread_id)
    notifier = Notifier(manager, sessions)
    for target in filter(None, (run_id, thread_id, other_run_id)):
        await notifier.notify(target, {"target": target})
    await notifier.notify_room(run_id, {"n": 1})
    await notifier.notify_anyway(other_run_id, {"n": 2})
    sessions.close(run_id)
    await notifier.notify(run_id, {"n": 3})
