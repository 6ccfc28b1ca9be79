"""Three names rotated in one statement, twice."""


async def main(manager, run_id, user_id):
    x, y, z = run_id, user_id, "ops-room"
    x, y, z = y, z, x
    await manager.send_to_user(x, {"step": 1})
    await manager.send_to_user(y, {"step": 2})
    await manager.send_to_user(z, {"step": 3})
    x, y, z = y, z, x
    await manager.send_to_user(x, {"step": 4})
    await manager.send_to_user(y, {"step": 5})
