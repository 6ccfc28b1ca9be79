"""The loop variable after the loop is the last element."""


async def main(manager, run_id, user_id, flag):
    for x in (run_id, "desk", user_id):
        pass
    await manager.send_to_user(x, {"n": 1})
    for y in [user_id, "desk", run_id]:
        if flag:
            break
    await manager.send_to_user(y, {"n": 2})
    for z in (user_id, run_id):
        continue
    await manager.send_to_user(z, {"n": 3})
