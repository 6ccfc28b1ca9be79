"""Checks of an item and of a nested attribute."""


class Ctx:
    def __init__(self, who):
        self.ids = {"who": who}
        self.state = self

    def reset(self, who):
        self.ids["who"] = who


async def send_item(ws, ctx):
    if not ctx.ids["who"].startswith("run_"):
        await ws.send_to_user(ctx.ids["who"], {"n": 1})


async def send_after_change(ws, ctx, other):
    if not ctx.ids["who"].startswith("run_"):
        ctx.reset(other)
        await ws.send_to_user(ctx.ids["who"], {"n": 2})


async def main(manager, run_id, user_id):
    await send_item(manager, Ctx(user_id or run_id))
    await send_after_change(manager, Ctx(user_id or "nobody"), run_id)
