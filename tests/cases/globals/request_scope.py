"""The current run and user live in context variables, as in a web application."""

from contextlib import contextmanager
from contextvars import ContextVar

current_run = ContextVar("current_run", default=None)
current_user = ContextVar("current_user", default=None)


@contextmanager
def request_scope(run_id, user_id):
    run_token = current_run.set(run_id)
    user_token = current_user.set(user_id)
    try:
        yield
    finally:
        current_user.reset(user_token)
        current_run.reset(run_token)


def recipient():
    return current_user.get()


def recipient_or_run():
    return current_user.get() or current_run.get()


async def notify(manager, message):
    user = recipient()
    if user is None:
        return
    await manager.send_to_user(user, {**message, "run_id": current_run.get()})


async def notify_somebody(manager, message):
    await manager.send_to_user(recipient_or_run(), message)


async def main(manager, run_id, user_id):
    with request_scope(run_id, user_id):
        await notify(manager, {"n": 1})
        await notify_somebody(manager, {"n": 2})
        if user_id:
            await notify(manager, {"n": 3})
