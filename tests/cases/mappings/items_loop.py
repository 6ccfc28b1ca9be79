"""Iterating over items, values and keys."""


async def main(manager, run_id, user_id):
    subscriptions = {user_id or "nobody": run_id}
    for user, run in subscriptions.items():
        await manager.send_to_user(user, {"run": run})
        await manager.send_to_user(run, {"user": user})
    for run in subscriptions.values():
        await manager.send_to_user(run, {"from": "values"})
    for user in subscriptions:
        await manager.send_to_user(user, {"from": "keys"})
