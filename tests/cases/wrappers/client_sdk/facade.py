from __future__ import annotations

from typing import Any

from channels import Channel
from sessions import Session


class SessionNotifications:
    def __init__(self, owner: Notifications, session: Session) -> None:
        self._owner = owner
        self._session = session

    async def user(self, text: str) -> bool:
        channel = self._owner.channel("send_to_user", self._session.user_id, self._session)
        return await channel.push(text)

    async def thread(self, text: str) -> bool:
        channel = self._owner.channel("send_to_thread", self._session.thread_id, self._session)
        return await channel.push(text)


class Notifications:
    def __init__(self, manager: Any) -> None:
        self._manager = manager

    @classmethod
    def connect(cls, manager: Any) -> Notifications:
        return cls(manager)

    def channel(self, method: str, target: str | None, session: Session) -> Channel:
        return Channel(getattr(self._manager, method), target, {"run-id": session.run_id})

    def of(self, session: Session) -> SessionNotifications:
        return SessionNotifications(self, session)

    async def raw(self, session: Session, kind: str, text: str) -> bool:
        target = session.id_of(kind)
        return await self.channel("send_to_user", target, session).push(text)
