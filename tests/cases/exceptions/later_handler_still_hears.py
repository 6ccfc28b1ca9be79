"""What an earlier handler does not take is taken by a later one."""


class Lost(Exception):
    pass


async def answer(manager, run_id, user_id, flag):
    try:
        if flag:
            raise Lost(user_id)
        raise LookupError(run_id)
    except Lost as error:
        if error.args[0]:
            await manager.send_to_user(error.args[0], {"error": "lost"})
    except Exception as error:
        await manager.send_to_user(error.args[0], {"error": "other"})


async def main(manager, run_id, user_id, flag):
    await answer(manager, run_id, user_id, flag)
