"""A list is worked off from its front, from its back and by an index."""


async def main(manager, run_id, user_id):
    queue = [user_id, run_id]
    while queue:
        target = queue.pop(0)
        await manager.send_to_user(target, {"n": 1})
    stack = [("end", run_id), ("step", user_id)]
    while stack:
        kind, target = stack.pop()
        if kind == "step":
            await manager.send_to_user(target, {"n": 2})
    three = [user_id, run_id, user_id]
    for _ in range(2):
        three.pop(0)
    await manager.send_to_user(three[0], {"n": 3})
    several = [user_id, user_id, run_id]
    await manager.send_to_user(several.pop(1), {"n": 4})
    await manager.send_to_user(several.pop(1), {"n": 5})
