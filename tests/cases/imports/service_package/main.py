"""A supervisor hands itself to helpers that say nothing of it."""

from service import start


async def main(manager, run_id, user_id):
    await start(manager, run_id, user_id)
