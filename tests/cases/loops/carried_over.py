"""A value carried from one turn to the next."""


async def main(manager, run_id, user_id):
    previous = user_id
    for turn in range(3):
        await manager.send_to_user(previous, {"turn": turn})
        previous = run_id
