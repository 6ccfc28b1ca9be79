"""`max`, `min` and `sorted` with keys."""


async def main(manager, run_id, user_key):
    await manager.send_to_user(max("abc", run_id), {"n": 1})
    await manager.send_to_user(min([run_id, run_id]), {"n": 2})
    await manager.send_to_user(max(["a", "b"], key=len), {"n": 3, "run": run_id})
    await manager.send_to_user(sorted([user_key, "zzz"])[0], {"n": 4})
    await manager.send_to_user(max([], default=run_id), {"n": 5})
