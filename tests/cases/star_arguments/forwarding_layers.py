"""Layers that pass on whatever they are given."""


async def bottom(manager, recipient, *, body=None, priority=0):
    await manager.send_to_user(recipient, {"body": body, "priority": priority})


async def middle(*args, **kwargs):
    kwargs.setdefault("priority", 1)
    await bottom(*args, **kwargs)


async def top(manager, run_id, user_id, **kwargs):
    await middle(manager, user_id, body=run_id, **kwargs)
    await middle(manager, *[run_id], **kwargs)


async def main(manager, run_id, user_id):
    await top(manager, run_id, user_id, priority=3)
