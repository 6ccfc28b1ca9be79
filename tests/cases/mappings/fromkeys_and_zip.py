"""Dictionaries made by `dict(zip(...))` and `fromkeys`."""


async def main(manager, run_id, user_id):
    record = dict(zip(("owner", "job"), (user_id, run_id)))
    await manager.send_to_user(record["owner"], {"n": 1})
    await manager.send_to_user(record["job"], {"n": 2})
    same = dict.fromkeys(["a", "b"], run_id)
    await manager.send_to_user(same["b"], {"n": 3})
    await manager.send_to_user(next(iter(same)), {"n": 4})
