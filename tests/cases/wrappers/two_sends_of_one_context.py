"""Two senders are given the same context, and both send to the wrong part of it."""


class Context:
    def __init__(self, run_id, owner):
        self.run_id = run_id
        self.owner = owner


class Notifier:
    def __init__(self, ws):
        self.ws = ws

    async def started(self, ctx):
        await self._send(ctx.owner, {"event": "started"})

    async def finished(self, ctx):
        await self._send(ctx.owner, {"event": "finished"})

    async def failed(self, ctx):
        await self.ws.send_to_user(ctx.owner, {"event": "failed"})

    async def _send(self, who, body):
        if who:
            await self.ws.send_to_user(who, body)


class Engine:
    def __init__(self, notifier):
        self.notifier = notifier

    async def run(self, ctx):
        await self.notifier.started(ctx)
        try:
            await self.work(ctx)
        finally:
            await self.notifier.finished(ctx)

    async def work(self, ctx):
        await self.notifier.failed(ctx)


async def main(manager, run_id):
    await Engine(Notifier(manager)).run(Context(run_id, run_id))
