"""An agent package and a service package: the emitter is handed in."""

from agents import PlannerAgent
from services.context import Context
from services.emitter import Emitter


async def main(manager, run_id, user_id):
    context = Context.from_request({"id": run_id, "user": user_id})
    agent = PlannerAgent(Emitter(manager), context)
    await agent()
