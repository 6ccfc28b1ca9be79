"""Ids and names are walked side by side."""


async def main(manager, run_id, user_id):
    names, ids = ("job", "owner"), (run_id, user_id)
    for name, ident in zip(names, ids):
        if name == "owner":
            continue
        await manager.send_to_user(ident, {"name": name})
    (_, first), (_, second) = zip(names, ids)
    await manager.send_to_user(first, {"n": 2})
    await manager.send_to_user(second, {"n": 3})
    [head, *tail] = [user_id, run_id, run_id]
    await manager.send_to_user(head, {"n": 4})
    await manager.send_to_user(tail[-1], {"n": 5})
