"""Checks that a run id passes all the same."""


async def main(manager, run_id, user_id):
    x = user_id or run_id
    if x[:4] != "thread_":
        await manager.send_to_user(x, {"n": 1})
    if x[1:4] != "run":
        await manager.send_to_user(x, {"n": 2})
    if x[:4] != "user":
        await manager.send_to_user(x, {"n": 3})
    if "thread" not in x:
        await manager.send_to_user(x, {"n": 4})
