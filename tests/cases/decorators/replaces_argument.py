"""A decorator that replaces the recipient."""

import functools


def to_owner(owner):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(hub, recipient, text):
            return await function(hub, owner, text)

        return wrapper

    return decorate


async def main(manager, run_id, user_id):
    @to_owner(user_id)
    async def notify(hub, recipient, text):
        await hub.send_to_user(recipient, {"text": text})

    await notify(manager, run_id, "redirected")
