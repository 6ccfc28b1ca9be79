"""Each session is an actor with a mailbox; commands are small classes that it matches on."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any, Optional


@dataclass
class Start:
    run_id: str
    user_id: str


@dataclass
class Say:
    text: str
    to: Optional[str] = None


@dataclass
class Stop:
    reason: str = ""


class SessionActor:
    def __init__(self, ws: Any, thread_id: str) -> None:
        self.ws = ws
        self.thread_id = thread_id
        self.mailbox: asyncio.Queue[Any] = asyncio.Queue()
        self.current: Optional[Start] = None
        self._task: Optional[asyncio.Task[None]] = None

    def spawn(self) -> SessionActor:
        self._task = asyncio.create_task(self._loop())
        return self

    def tell(self, command: Any) -> None:
        self.mailbox.put_nowait(command)

    async def join(self) -> None:
        if self._task is not None:
            await self._task

    async def _loop(self) -> None:
        while True:
            command = await self.mailbox.get()
            match command:
                case Start():
                    self.current = command
                    await self._announce(command)
                case Say(text=text, to=None):
                    await self._reply(text)
                case Say(text, to):
                    await self.ws.send_to_user(to, {"text": text})
                case Stop(reason):
                    await self._close(reason)
                    return

    async def _announce(self, start: Start) -> None:
        await self.ws.send_to_thread(self.thread_id, {"started": start.run_id})

    async def _reply(self, text: str) -> None:
        if self.current is None:
            return
        await self.ws.send_to_user(self.current.user_id, {"text": text})

    async def _close(self, reason: str) -> None:
        current, self.current = self.current, None
        if current:
            await self.ws.send_to_user(current.run_id, {"closed": reason})
            await self.ws.send_to_user(current.user_id, {"closed": current.run_id})


async def main(manager, run_id, user_id, thread_id):
    actor = SessionActor(manager, thread_id).spawn()
    actor.tell(Start(run_id, user_id))
    actor.tell(Say("hello"))
    actor.tell(Say("psst", to=user_id))
    actor.tell(Stop("done"))
    await actor.join()
