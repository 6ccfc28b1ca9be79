"""A base agent's template method calls hooks of mixins and of agents in other modules."""

from agents.optimizer import OptimizerAgent
from agents.triage import TriageAgent


async def main(manager, run_id, user_id):
    for kind in (TriageAgent, OptimizerAgent):
        agent = kind(manager)
        await agent.run({"job": run_id, "owner": user_id})
