"""Emitters made per user by a factory, with one that is made with the wrong id"""

from __future__ import annotations

from factory import EmitterFactory, UserExecutionContext


class IsolatedEngine:
    def __init__(self, factory: EmitterFactory) -> None:
        self.factory = factory

    async def execute(self, context: UserExecutionContext) -> None:
        async with self.factory.scope(context) as emitter:
            await emitter.emit("started", run_id=context.run_id)
            await emitter.emit_thread("thinking", step=1)
            await self.factory.broadcast({"from": context.run_id})

    async def debug(self, context: UserExecutionContext) -> None:
        emitter = self.factory.create_for_run(context)
        await emitter.emit_thread("debug", run=context.run_id)
        await emitter.emit("debug_user", count=emitter.sent)


async def main(manager, run_id, user_id, thread_id):
    factory = EmitterFactory(manager)
    context = UserExecutionContext.from_request(user_id, thread_id, run_id)
    engine = IsolatedEngine(factory)
    await engine.execute(context)
    await engine.debug(context)
    await manager.send_to_user(context.user_id, {"request": context.request_id})
    await manager.send_to_user(context.thread_id, {"request": context.request_id})
