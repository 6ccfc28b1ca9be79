"""Two variables that change places."""


async def main(manager, run_id, user_id):
    first, second = run_id, user_id
    first, second = second, first
    if first:
        await manager.send_to_user(first, {"who": "user"})
    await manager.send_to_user(second, {"who": "run"})
