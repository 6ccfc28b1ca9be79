"""Two branches on the same flag exclude each other."""


async def main(manager, run_id, user_id, flag):
    target = run_id
    if flag:
        target = user_id
    if flag:
        await manager.send_to_user(target, {"correlated": True})
