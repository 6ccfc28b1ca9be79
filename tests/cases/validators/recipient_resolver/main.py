"""Recipients are resolved by a chain of resolvers into typed values"""

from __future__ import annotations

from delivery import DeliveryService
from ids import RunId
from model import MessageContext
from optimizer import OptimizerAgent
from resolvers import ResolverChain, SessionResolver, ThreadResolver, UserResolver
from validators import RecipientValidator


async def main(manager, run_id, user_id, thread_id):
    chain = ResolverChain([ThreadResolver(), UserResolver(), SessionResolver({run_id: user_id})])
    delivery = DeliveryService(manager, chain, RecipientValidator())
    agent = OptimizerAgent(delivery)
    context = MessageContext(run=RunId(run_id), user=user_id, thread=thread_id)
    await agent.optimize(context)
    await agent.explain(context)
    await agent.wrap_up(context)
