from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from repository import Repository, Run


class RunService:
    def __init__(self, runs: Repository[Run], ws) -> None:
        self.runs = runs
        self.ws = ws

    async def progress(self, key: str, percent: int) -> None:
        run = self.runs.get(key)
        if run is None:
            return
        run.status = "running"
        await self.ws.send_to_user(run.owner, {"percent": percent})

    async def complete(self, key: str) -> None:
        run = self.runs.get(key)
        assert run is not None
        run.status = "done"
        await self.ws.send_to_user(run.key, {"status": run.status})
