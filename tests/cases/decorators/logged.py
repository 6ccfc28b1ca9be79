"""A decorator that forwards everything."""

import functools
import logging


def logged(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        logging.debug("calling %s", function.__name__)
        return await function(*args, **kwargs)

    return wrapper


@logged
async def notify(hub, to, text):
    await hub.send_to_user(to, {"text": text})


async def main(manager, run_id, user_id):
    await notify(manager, user_id, "right")
    await notify(manager, run_id, "wrong")
