"""A strategy object resolves the recipient."""


class ByOwner:
    def __call__(self, ctx):
        return ctx["owner"]


class ByJob:
    def __call__(self, ctx):
        return ctx["job"]


class Notifier:
    def __init__(self, ws, strategy):
        self.ws = ws
        self.strategy = strategy

    async def send(self, ctx):
        await self.ws.send_to_user(self.strategy(ctx), {"n": 1})


async def main(manager, run_id, user_id):
    ctx = {"owner": user_id, "job": run_id}
    await Notifier(manager, ByOwner()).send(ctx)
    await Notifier(manager, ByJob()).send(ctx)
