"""Imports inside functions."""


async def main(manager, run_id, user_id):
    from notifying import notify

    await notify(manager, user_id)
    await notify(manager, run_id)
