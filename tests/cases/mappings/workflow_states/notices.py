from __future__ import annotations

from typing import Any

from model import RunInfo, State
from rules import Audience, recipient_of


class NoticeBoard:
    def __init__(self, manager: Any) -> None:
        self.manager = manager
        self._senders = {
            Audience.OWNER: self.direct,
            Audience.SYSTEM: self.direct,
            Audience.THREAD: self.group,
        }

    async def direct(self, user_id: str | None, message: dict[str, Any]) -> None:
        if user_id:
            await self.manager.send_to_user(user_id, message)

    async def group(self, thread_id: str | None, message: dict[str, Any]) -> None:
        if thread_id:
            await self.manager.send_to_thread(thread_id, message)

    async def post(self, info: RunInfo, state: State, audience: Audience) -> None:
        send = self._senders.get(audience)
        recipient = recipient_of(info, audience)
        if send is None or recipient is None:
            return
        await send(recipient, {"state": state.value, "run": info.run_id})

    async def welcome(self, info: RunInfo) -> None:
        run, user, thread = info.ids()
        match (user, thread):
            case (None, None):
                await self.direct(run, {"welcome": True})
            case (str() as owner, None):
                await self.direct(owner, {"welcome": run})
            case (_, str() as room):
                await self.group(room, {"welcome": run})

    async def digest(self, log: list[tuple[State, RunInfo]]) -> None:
        by_state = {state: info for state, info in log}
        last = by_state.get(State.DONE)
        if last is not None and last.user_id:
            await self.direct(last.user_id, {"digest": len(log)})
        first, *_ = log
        await self.group(first[1].ids()[1], {"digest": len(log)})
