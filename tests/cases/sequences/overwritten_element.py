"""An element that is overwritten is clean."""


async def main(manager, run_id, user_id):
    slots = [run_id, None]
    slots[1] = run_id
    slots[0] = user_id
    await manager.send_to_user(slots[0], {"slot": 0})
    await manager.send_to_user(slots[1], {"slot": 1})
