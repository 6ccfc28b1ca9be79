"""One case of a match is wrong."""


async def main(manager, mode, run_id, user_id, thread_id):
    match mode:
        case "thread":
            await manager.send_to_thread(thread_id, {"mode": mode})
        case "user":
            await manager.send_to_user(user_id, {"mode": mode})
        case _:
            await manager.send_to_user(run_id, {"mode": mode})
