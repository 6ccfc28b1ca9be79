"""A mixin in one module, its helper overridden in another, the send in a third."""

from agent import BrokenAgent, FixedAgent


async def main(manager, run_id, user_id):
    await FixedAgent(manager, user_id).announce(run_id)
    await BrokenAgent(manager, user_id).announce(run_id)
