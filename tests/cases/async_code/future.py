"""A future filled by hand."""

import asyncio


async def main(manager, run_id):
    future = asyncio.get_running_loop().create_future()
    future.set_result(run_id)
    await manager.send_to_user(await future, {"n": 1})
