from __future__ import annotations

from typing import Any

from .models import Command
from .services import ExecutionService


class Routes:
    def __init__(self, service: ExecutionService) -> None:
        self.service = service

    async def start(self, command: Command) -> None:
        await self.service.started(command)

    async def finish(self, body: dict[str, Any]) -> None:
        await self.service.finished(Command(**body))

    async def abort(self, body: dict[str, Any]) -> None:
        await self.service.aborted(Command(**body))
