"""A check on an attribute."""


class Context:
    def __init__(self, target):
        self.target = target


async def main(manager, run_id, user_id):
    context = Context(user_id or run_id)
    if not context.target.startswith("run_"):
        await manager.send_to_user(context.target, {"n": 1})
    await manager.send_to_user(context.target, {"n": 2})
