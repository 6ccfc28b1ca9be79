"""Two modules that import each other."""

import first


async def main(manager, run_id, user_id):
    await first.start(manager, run_id, user_id)
