"""Errors raised from errors; the cause keeps the first one's arguments."""


class Lost(Exception):
    pass


async def attempt(value):
    try:
        raise KeyError(value)
    except KeyError as error:
        raise Lost("lost") from error


async def main(manager, run_id, user_id):
    try:
        await attempt(run_id)
    except Lost as lost:
        await manager.send_to_user(lost.args[0], {"n": 1})
        await manager.send_to_user(lost.__cause__.args[0], {"n": 2})
