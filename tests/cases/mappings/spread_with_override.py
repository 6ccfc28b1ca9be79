"""Spread into a new dictionary; the later key wins."""


async def main(manager, run_id, user_id):
    base = {"recipient": run_id, "kind": "update"}
    fixed = {**base, "recipient": user_id}
    await manager.send_to_user(fixed["recipient"], {"n": 1})
    broken = {"recipient": user_id, **base}
    await manager.send_to_user(broken["recipient"], {"n": 2})
    copied = dict(base, recipient=user_id)
    await manager.send_to_user(copied["recipient"], {"n": 3})
    merged = fixed | {"kind": run_id}
    await manager.send_to_user(merged["recipient"], {"n": 4})
    await manager.send_to_user(base["recipient"], {"n": 5})
