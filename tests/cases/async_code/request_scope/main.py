"""A request's ids are kept in context variables, from middleware to emitter."""

from scope import entered
from steps import analyse, summarise


async def main(manager, run_id, user_id):
    async with entered(execution=run_id, principal=user_id):
        await analyse(manager)
        await summarise(manager)
