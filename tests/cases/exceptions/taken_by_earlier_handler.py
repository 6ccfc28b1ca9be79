"""An error that an earlier handler takes never reaches a later one."""


class BadRequest(Exception):
    pass


async def answer(manager, run_id, user_id, flag):
    try:
        if flag:
            raise BadRequest(run_id)
        raise ValueError(user_id)
    except BadRequest:
        if user_id:
            await manager.send_to_user(user_id, {"error": "bad"})
    except Exception as error:
        await manager.send_to_user(error.args[0], {"error": "other"})


async def main(manager, run_id, user_id, flag):
    await answer(manager, run_id, user_id, flag)
