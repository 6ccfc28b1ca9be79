"""A name exported again by the package."""

from notify import Notifier, pick


async def main(manager, run_id, user_id):
    await Notifier(manager).push(pick(run_id, user_id))
    await Notifier(manager).push(user_id)
