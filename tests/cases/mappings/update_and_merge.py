"""`update`, `|` and spreading."""


async def main(manager, run_id, user_id):
    base = {"target": user_id}
    await manager.send_to_user(base["target"], {"stage": 0})
    merged = {**base, "target": run_id}
    await manager.send_to_user(merged["target"], {"stage": 1})
    united = base | {"target": run_id}
    await manager.send_to_user(united["target"], {"stage": 2})
    base.update({"target": run_id})
    await manager.send_to_user(base["target"], {"stage": 3})
    base.update(target=user_id)
    await manager.send_to_user(base["target"], {"stage": 4})
