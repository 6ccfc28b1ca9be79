"""Set and generator comprehensions."""


async def main(manager, run_id, user_id):
    unique = {str(each) for each in (run_id, run_id)}
    for recipient in unique:
        await manager.send_message(recipient, {"n": 1})
    lazily = (each for each in (user_id, "operator") if each)
    for recipient in lazily:
        await manager.send_message(recipient, {"n": 2, "run_id": run_id})
