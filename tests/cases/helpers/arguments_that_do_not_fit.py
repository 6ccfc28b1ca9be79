"""A call that lacks an argument, or has one too many, sends nothing: it raises."""

from functools import wraps


class Sender:
    def __init__(self, manager):
        self.manager = manager

    async def run(self, prompt, recipient, run_id):
        await self.manager.send_to_user(recipient, {"n": 1})

    async def only(self, recipient):
        await self.manager.send_to_user(recipient, {"n": 2})

    async def named(self, *, recipient, note):
        await self.manager.send_to_user(recipient, {"n": 3})


def supplied(function):
    @wraps(function)
    async def wrapper(manager, recipient):
        await function(manager, recipient, {"n": 4})

    return wrapper


@supplied
async def deliver(manager, recipient, message):
    await manager.send_to_user(recipient, message)


async def attempt(call, *args, **named):
    try:
        await call(*args, **named)
    except TypeError:
        pass


async def main(manager, run_id, user_id):
    sender = Sender(manager)
    try:
        await sender.run("hello", run_id)
    except TypeError:
        pass
    try:
        await sender.only(run_id, "again")
    except TypeError:
        pass
    try:
        await sender.named(recipient=run_id)
    except TypeError:
        pass
    await sender.run("hello", user_id, run_id)
    await attempt(sender.only, user_id)
    await deliver(manager, run_id)
