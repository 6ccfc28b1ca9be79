from __future__ import annotations

from checkpoints import CheckpointStore
from runs import RunState


class Resumer:
    def __init__(self, store: CheckpointStore, manager) -> None:
        self.store = store
        self.manager = manager
        self.resumed: list[RunState] = []

    async def resume(self, name: str) -> None:
        state = self.store.load(name)
        self.resumed.append(state)
        await self._tell(state, {"resumed": state.step})

    async def resume_legacy(self, name: str) -> None:
        state = self.store.load_legacy(name)
        self.resumed.append(state)
        await self._tell(state, {"resumed": state.step, "legacy": True})

    async def _tell(self, state: RunState, message: dict) -> None:
        if state.thread_id:
            await self.manager.send_to_thread(state.thread_id, message)
        if state.user_id:
            await self.manager.send_to_user(state.user_id, message)

    async def verify(self, name: str, expected: str) -> None:
        state = self.store.load(name)
        if state.run_id != expected:
            return
        owner = state.run_id if state.user_id is None else state.user_id
        await self.manager.send_to_user(owner, {"verified": True})

    async def report(self, name: str) -> None:
        record = self.store.raw(name)
        match record:
            case {"owner": str(owner)}:
                await self.manager.send_to_user(owner, {"report": record["step"]})
            case {"channel": str(channel)}:
                await self.manager.send_to_user(channel, {"report": record["step"]})
            case {"id": identifier}:
                await self.manager.send_to_user(identifier, {"report": record["step"]})
