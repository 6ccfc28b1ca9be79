"""Attributes set in a loop over keyword arguments, and read by name."""


class Bag:
    def __init__(self, **fields):
        for name, value in fields.items():
            setattr(self, name, value)


class Options(dict):
    def __getattr__(self, name):
        return self[name]


async def main(manager, run_id, user_id):
    bag = Bag(who=user_id, what=run_id)
    await manager.send_to_user(bag.who, {"n": 1})
    await manager.send_to_user(bag.what, {"n": 2})
    options = Options(who=user_id, what=run_id)
    await manager.send_to_user(options.who, {"n": 3})
    await manager.send_to_user(options["what"], {"n": 4})
