"""Class attributes read through class and instance."""


class Defaults:
    target = "run_default"
    owner = "operator"


async def main(manager, user_id):
    await manager.send_to_user(Defaults.owner, {"n": 1})
    await manager.send_to_user(Defaults.target, {"n": 2})
    await manager.send_to_user(Defaults().target, {"n": 3})
