"""A context variable."""

from contextvars import ContextVar

current_target = ContextVar("current_target", default="nobody")


async def step(hub):
    await hub.send_to_user(current_target.get(), {"n": 1})


async def main(manager, run_id):
    current_target.set(run_id)
    await step(manager)
