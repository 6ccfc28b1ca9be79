"""An inner name shadows the outer one."""


async def main(manager, run_id, user_id):
    target = run_id

    async def inner(target):
        await manager.send_to_user(target, {"inner": True})

    await inner(user_id)
    await manager.send_to_user(target, {"inner": False})
