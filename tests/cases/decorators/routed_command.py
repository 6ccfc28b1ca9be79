"""Decorators put the recipient in, refuse runs, or log and pass on."""

import functools


def logged(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        print(function.__name__, len(args))
        return await function(*args, **kwargs)

    return wrapper


def refuses_runs(function):
    @functools.wraps(function)
    async def wrapper(manager, target, *args, **kwargs):
        if target.startswith("run_"):
            return None
        return await function(manager, target, *args, **kwargs)

    return wrapper


def owner_instead(owners):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(manager, target, message):
            return await function(manager, owners[target], message)

        return wrapper

    return decorate


@refuses_runs
@logged
async def tell(manager, target, text):
    await manager.send_to_user(target, {"text": text})


@logged
async def shout(manager, target, text):
    await manager.send_to_user(target, {"text": text.upper()})


async def main(manager, run_id, user_key):
    await tell(manager, run_id, "a")
    await tell(manager, user_key, "b")
    await shout(manager, user_key, "c")
    await shout(manager, run_id, "d")

    @owner_instead({run_id: user_key})
    async def whisper(manager, target, message):
        await manager.send_to_user(target, message)

    await whisper(manager, run_id, {"n": 1})
