"""The assignment stands before everything that may fail."""


async def main(manager, run_id, user_id, flag):
    target = run_id
    try:
        target = user_id
        if flag:
            raise ValueError(run_id)
    except ValueError as error:
        await manager.send_to_user(target, {"error": str(error)})
