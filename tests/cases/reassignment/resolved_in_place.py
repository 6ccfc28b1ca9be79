"""An id is resolved in place, on some ways only."""


async def main(manager, run_id, user_id, flag):
    target = run_id
    if flag:
        target = user_id
    else:
        target = "lobby"
    await manager.send_to_user(target, {"n": 1})
    box = [run_id]
    box[0] = user_id
    await manager.send_to_user(box[0], {"n": 2})
    holder = {"to": run_id}
    holder.update(to=user_id)
    await manager.send_to_user(holder["to"], {"n": 3})
