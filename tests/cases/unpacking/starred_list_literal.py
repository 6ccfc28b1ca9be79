"""Lists spread into a list; the names come out in order."""


async def main(manager, run_id, user_id):
    heads = [run_id]
    tails = ["lobby"]
    a, b, c = [*heads, user_id, *tails]
    await manager.send_to_user(a, {"n": 1})
    await manager.send_to_user(b, {"n": 2})
    await manager.send_to_user(c, {"n": 3})
    [d, (e, f)] = [user_id, [run_id, "desk"]]
    await manager.send_to_user(d, {"n": 4})
    await manager.send_to_user(e, {"n": 5})
    await manager.send_to_user(f, {"n": 6})
