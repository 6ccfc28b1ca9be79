"""A wrapper takes the whole context and reads the wrong field."""


class Ctx:
    def __init__(self, run_id, user_id, thread_id):
        self.run_id = run_id
        self.user_id = user_id
        self.thread_id = thread_id


class Bridge:
    def __init__(self, ws):
        self.ws = ws

    async def started(self, ctx, body):
        if ctx.thread_id:
            await self.ws.send_to_thread(ctx.thread_id, body)
        elif ctx.user_id:
            await self.ws.send_to_user(ctx.user_id, body)

    async def finished(self, ctx, body):
        target = ctx.thread_id or ctx.run_id
        await self.ws.send_to_thread(target, body)


async def main(manager, run_id, user_id, thread_id):
    bridge = Bridge(manager)
    ctx = Ctx(run_id, user_id, thread_id)
    await bridge.started(ctx, {"run_id": ctx.run_id})
    await bridge.finished(ctx, {"run_id": ctx.run_id})
