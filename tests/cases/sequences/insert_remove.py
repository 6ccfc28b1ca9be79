"""Elements moved, removed and inserted."""


async def main(manager, run_id, user_id):
    order = [user_id]
    order.insert(0, run_id)
    await manager.send_to_user(order[0], {"n": 1})
    order.remove(run_id)
    await manager.send_to_user(order[0], {"n": 2})
    order += [run_id]
    await manager.send_to_user(order[1], {"n": 3})
    del order[1]
    for each in order:
        await manager.send_to_user(each, {"n": 4})
