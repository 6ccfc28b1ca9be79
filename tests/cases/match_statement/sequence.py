"""Captures of a sequence pattern keep their positions."""


async def main(manager, run_id, user_id):
    command = ("notify", user_id, run_id)
    match command:
        case ("notify", user, run):
            await manager.send_to_user(user, {"run": run})
            await manager.send_to_user(run, {"user": user})
        case _:
            pass
