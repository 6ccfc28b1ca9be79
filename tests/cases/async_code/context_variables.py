"""Ids travel in context variables."""

from contextvars import ContextVar

current_user = ContextVar("current_user", default=None)
current_run = ContextVar("current_run")


async def notify(manager, body):
    who = current_user.get()
    if who:
        await manager.send_to_user(who, body)


async def shout(manager, body):
    await manager.send_to_user(current_run.get(), body)


async def main(manager, run_id, user_id):
    token = current_user.set(user_id)
    current_run.set(run_id)
    await notify(manager, {"n": 1})
    await shout(manager, {"n": 2})
    current_user.reset(token)
