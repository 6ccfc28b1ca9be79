"""A match that chooses the recipient."""


def choose(mode, run_id, user_id):
    match mode:
        case "user" | "thread":
            return user_id
        case other:
            return run_id


async def main(manager, mode, run_id, user_id):
    await manager.send_to_user(choose(mode, run_id, user_id), {"mode": mode})
