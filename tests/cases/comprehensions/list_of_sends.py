"""Sends inside a comprehension."""

import asyncio


async def main(manager, run_id, user_id):
    await asyncio.gather(*[manager.send_to_user(each, {"n": 1}) for each in (run_id, user_id)])
    await asyncio.gather(*(manager.send_to_user(each, {"n": 2}) for each in [user_id]))
