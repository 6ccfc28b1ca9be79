"""A function has the name of the module that it stands in."""

from tools import notify
from tools.resolve import resolve


async def main(manager, run_id, user_id):
    await notify(manager, resolve(user_id))
    await notify(manager, resolve(run_id))
