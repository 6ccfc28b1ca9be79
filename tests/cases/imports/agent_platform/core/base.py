from __future__ import annotations

import abc
import logging
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from core.context import RunContext


class BaseAgent(abc.ABC):
    agent_type: ClassVar[str] = "base"

    def __init__(self, services: "Services") -> None:
        self.services = services
        self.logger = logging.getLogger(f"agent.{self.agent_type}")

    async def run(self, context: "RunContext") -> Any:
        await self.before(context)
        try:
            result = await self.think(context)
        except Exception as error:
            await self.on_error(context, error)
            raise
        else:
            await self.after(context, result)
            return result

    async def before(self, context: "RunContext") -> None:
        await self.services.events.publish(context, "started", agent=self.agent_type)

    @abc.abstractmethod
    async def think(self, context: "RunContext") -> Any: ...

    async def after(self, context: "RunContext", result: Any) -> None:
        await self.services.events.publish(context, "completed", result=result)

    async def on_error(self, context: "RunContext", error: Exception) -> None:
        self.logger.debug("%s failed: %s", context.run_id, error)
        await self.services.events.publish_to(context.run_id, "failed", error=str(error))


class Services:
    def __init__(self, events: Any, audit: Any) -> None:
        self.events = events
        self.audit = audit
