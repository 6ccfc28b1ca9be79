"""Runs are kept in a repository by their id; services look up who owns them."""

from repository import InMemoryRuns, Run
from service import RunService


async def main(manager, run_id, user_id):
    runs = InMemoryRuns()
    runs.add(Run(run_id, owner=user_id))
    service = RunService(runs, manager)
    await service.progress(run_id, 10)
    await service.complete(run_id)
    for run in runs.owned_by(user_id):
        await manager.send_to_user(run.owner, {"n": 1})
        await manager.send_to_user(run.key, {"n": 2})
    for key, run in runs.items():
        await manager.send_to_user(key, {"n": 3})
        await manager.send_to_user(run.owner, {"n": 4})
