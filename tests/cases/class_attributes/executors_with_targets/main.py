"""Executors say in a class attribute whom their events are for; the base reads it."""

from executors import EXECUTORS, SearchExecutor
from scope import Scope


async def main(manager, run_id, user_id):
    scope = Scope(job=run_id, owner=user_id)
    for kind in EXECUTORS:
        await kind(manager).execute(scope)
    await SearchExecutor(manager).announce(scope, "again")
