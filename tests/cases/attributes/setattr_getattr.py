"""`setattr` and `getattr` with constant names."""

from types import SimpleNamespace


async def main(manager, run_id, user_id):
    bag = SimpleNamespace()
    setattr(bag, "who", run_id)
    bag.owner = user_id
    await manager.send_to_user(getattr(bag, "who"), {"n": 1})
    await manager.send_to_user(getattr(bag, "owner", None), {"n": 2})
