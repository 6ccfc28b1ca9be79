"""Contexts are made by class methods."""


class Context:
    def __init__(self, run_id, user_id=None, reply_to=None):
        self.run_id = run_id
        self.user_id = user_id
        self.reply_to = reply_to

    @classmethod
    def from_request(cls, request):
        return cls(request["run_id"], request["user_id"], reply_to=request["user_id"])

    @classmethod
    def for_system(cls, run_id):
        return cls(run_id, reply_to=run_id)

    def copy(self, **changes):
        made = type(self)(self.run_id, self.user_id, self.reply_to)
        for name, value in changes.items():
            setattr(made, name, value)
        return made


async def main(manager, run_id, user_id):
    context = Context.from_request({"run_id": run_id, "user_id": user_id})
    if context.reply_to:
        await manager.send_to_user(context.reply_to, {"n": 1})
    system = Context.for_system(run_id)
    await manager.send_to_user(system.reply_to, {"n": 2})
    changed = context.copy(reply_to="operator")
    await manager.send_to_user(changed.reply_to, {"n": 3})
