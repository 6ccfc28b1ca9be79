"""A validator looks into the context and raises; a method asks first."""


class Ctx:
    def __init__(self, job, who):
        self.job = job
        self.who = who

    @property
    def has_recipient(self):
        return bool(self.who) and not self.who.startswith("run_")


def validate(ctx):
    if not ctx.who or ctx.who.startswith("run_"):
        raise ValueError("no recipient")


async def with_property(ws, ctx):
    if ctx.has_recipient:
        await ws.send_to_user(ctx.who, {"n": 1})


async def with_validator(ws, ctx):
    validate(ctx)
    await ws.send_to_user(ctx.who, {"n": 2})


async def without(ws, ctx):
    await ws.send_to_user(ctx.who, {"n": 3})


async def main(manager, run_id, user_id):
    ctx = Ctx(run_id, user_id or run_id)
    await with_property(manager, ctx)
    await without(manager, ctx)
    await with_validator(manager, ctx)
