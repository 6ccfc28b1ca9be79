"""An agent that only knows the delivery service."""

from __future__ import annotations

from delivery import DeliveryService
from model import MessageContext


class OptimizerAgent:
    def __init__(self, delivery: DeliveryService) -> None:
        self._delivery = delivery

    async def optimize(self, context: MessageContext) -> None:
        await self._delivery.deliver(context, {"type": "optimizing", "run_id": context.run})
        without_thread = MessageContext(context.run, context.user)
        await self._delivery.deliver(without_thread, {"type": "started_privately"})
        anonymous = MessageContext(run=context.run)
        await self._delivery.deliver(anonymous, {"type": "anonymous"})

    async def explain(self, context: MessageContext) -> None:
        await self._delivery.deliver_checked(context.key(), {"type": "explanation"})
        await self._delivery.deliver_to_key(
            context.key(), {"type": "explanation", "run": context.run}
        )
        await self._delivery.deliver_strict(context.key(), {"type": "explanation"})

    async def wrap_up(self, context: MessageContext) -> None:
        await self._delivery.deliver_urgent(context.key(), {"type": "wrapped_up"})
        await self._delivery.deliver_to_thread_only(context.thread or context.run, {"type": "bye"})
