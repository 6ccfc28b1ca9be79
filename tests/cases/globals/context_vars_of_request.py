"""Ids of the current request are context variables, with helpers that read and bind them."""

import asyncio
import contextvars
from contextlib import contextmanager

run_id_var = contextvars.ContextVar("run_id", default="")
user_id_var = contextvars.ContextVar("user_id", default="")
recipient_var: contextvars.ContextVar[str] = contextvars.ContextVar("recipient", default="")


def bind(run_id, user_id):
    run_id_var.set(run_id)
    user_id_var.set(user_id)
    recipient_var.set(user_id)


@contextmanager
def impersonating(recipient):
    token = recipient_var.set(recipient)
    try:
        yield
    finally:
        recipient_var.reset(token)


def log_fields():
    return {"run_id": run_id_var.get(), "user_id": user_id_var.get()}


async def tell_user(ws, **message):
    user = user_id_var.get()
    if not user:
        return
    await ws.send_to_user(user, {**log_fields(), **message})


async def tell_recipient(ws, **message):
    await ws.send_to_user(recipient_var.get(), {**log_fields(), **message})


async def tell_run(ws, **message):
    await ws.send_to_user(log_fields()["run_id"], message)


async def tell_owner(ws, **message):
    fields = log_fields()
    await ws.send_to_user(fields["user_id"], {"run": fields["run_id"], **message})


async def child(ws, name):
    await asyncio.sleep(0)
    await tell_user(ws, child=name)


async def main(manager, run_id, user_id):
    bind(run_id, user_id)
    await tell_user(manager, n=1)
    await tell_owner(manager, n=2)
    await asyncio.gather(*(child(manager, name) for name in "ab"))
    context = contextvars.copy_context()
    recipient = context.get(user_id_var)
    await manager.send_to_user(recipient, {"n": 3})
    with impersonating(run_id):
        await tell_recipient(manager, n=4)
    await tell_run(manager, n=5)
