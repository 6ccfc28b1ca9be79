"""Attributes of functions and of a namespace."""

from types import SimpleNamespace


def handler():
    return handler.target


async def main(manager, run_id, user_id):
    handler.target = user_id
    await manager.send_to_user(handler(), {"n": 1})
    box = SimpleNamespace(who=user_id, job=run_id)
    await manager.send_to_user(box.who, {"n": 2})
    box.who = box.job
    await manager.send_to_user(box.who, {"n": 3})
