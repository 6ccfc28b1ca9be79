"""Builders and prototypes put agents together step by step, across modules."""

from builders import AgentBuilder
from prototypes import PROTOTYPES, spawn


async def main(manager, run_id, user_id):
    right = AgentBuilder().on(manager).about(run_id).telling(user_id).build()
    await right.report("one")
    wrong = AgentBuilder().on(manager).telling(run_id).about(user_id).build()
    await wrong.report("two")
    for name in PROTOTYPES:
        agent = spawn(name, ws=manager, audience=user_id, subject=run_id)
        await agent.report("three")
    mistaken = spawn("quiet", ws=manager, audience=run_id, subject=user_id)
    await mistaken.report("four")
