"""The handler sees an assignment that was made before the error."""


def risky(flag):
    if flag:
        raise ValueError("bad input")


async def main(manager, run_id, user_id, flag):
    target = user_id
    try:
        target = run_id
        risky(flag)
        target = user_id
    except ValueError as error:
        await manager.send_to_user(target, {"error": str(error)})
    else:
        await manager.send_to_user(target, {"error": None})
