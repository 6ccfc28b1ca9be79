from __future__ import annotations

from model import RunInfo, State, Trigger
from notices import NoticeBoard
from rules import AUDIENCES, TRANSITIONS


class RunMachine:
    def __init__(self, info: RunInfo, board: NoticeBoard) -> None:
        self.info = info
        self.board = board
        self.state = State.NEW
        self.log: list[tuple[State, RunInfo]] = []

    async def fire(self, trigger: Trigger) -> bool:
        following = TRANSITIONS.get((self.state, trigger))
        if following is None:
            return False
        if self.state is State.NEW:
            await self.board.welcome(self.info)
        self.state = following
        self.log.append((following, self.info))
        await self.board.post(self.info, following, AUDIENCES[following])
        hook = getattr(self, f"on_{following.value}", None)
        if hook is not None:
            await hook()
        return True

    async def on_failed(self) -> None:
        run_id, user_id, _ = self.info.ids()
        user_id = user_id if user_id is not None else run_id
        await self.board.direct(user_id, {"failed": run_id})

    async def on_done(self) -> None:
        _, user_id, thread_id = self.info.ids()
        await self.board.group(thread_id, {"done": True})
        await self.board.direct(thread_id or user_id, {"done": True})
