from __future__ import annotations

from builder import Sink
from context import PipelineContext


def user_sink(manager) -> Sink:
    async def sink(context: PipelineContext) -> None:
        if context.target:
            await manager.send_to_user(context.target, {"run": context.run_id, **context.data})

    return sink


def thread_sink(manager) -> Sink:
    async def sink(context: PipelineContext) -> None:
        await manager.send_to_thread(context.thread_id, {"run": context.run_id})
        await manager.send_to_thread(context.target, {"run": context.run_id})

    return sink
