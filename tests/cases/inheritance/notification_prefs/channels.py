from __future__ import annotations

from abc import ABC, abstractmethod

from prefs import Preferences


class Channel(ABC):
    @abstractmethod
    async def push(self, prefs: Preferences, subject: str, body: dict) -> bool: ...


class WsChannel(Channel):
    def __init__(self, ws) -> None:
        self.ws = ws

    async def push(self, prefs: Preferences, subject: str, body: dict) -> bool:
        return await self.ws.send_to_user(prefs.user_id, {"subject": subject, **body})


class LogChannel(Channel):
    def __init__(self) -> None:
        self.lines: list[str] = []

    async def push(self, prefs: Preferences, subject: str, body: dict) -> bool:
        self.lines.append(f"{prefs.user_id}: {subject} {body.get('run_id')}")
        return True


class ThreadChannel(Channel):
    def __init__(self, ws) -> None:
        self.ws = ws

    async def push(self, prefs: Preferences, subject: str, body: dict) -> bool:
        thread_id = body.get("thread_id")
        if not thread_id:
            return False
        return await self.ws.send_to_thread(thread_id, {"subject": subject})
