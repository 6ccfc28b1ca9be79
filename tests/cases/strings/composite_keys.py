"""Composite keys are put together and taken apart again."""


def key_of(user_id, run_id):
    return ":".join([user_id or "nobody", run_id])


async def main(manager, run_id, user_id):
    key = key_of(user_id, run_id)
    owner, run = key.split(":")
    await manager.send_to_user(owner, {"n": 1})
    await manager.send_to_user(run, {"n": 2})
    head, _, tail = key.partition(":")
    await manager.send_to_user(head, {"n": 3})
    await manager.send_to_user(tail, {"n": 4})
    await manager.send_to_user(key.rsplit(":", 1)[0], {"n": 5})
    await manager.send_to_user(key.removeprefix(f"{owner}:"), {"n": 6})
