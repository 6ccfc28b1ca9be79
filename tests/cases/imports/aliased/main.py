"""Modules and names under other names."""

import outgoing.channel as ch
from outgoing.channel import push as shove


async def main(manager, run_id, user_id):
    await ch.push(manager, user_id, {"n": 1})
    await ch.push(manager, run_id, {"n": 2})
    await shove(manager, run_id, {"n": 3})
