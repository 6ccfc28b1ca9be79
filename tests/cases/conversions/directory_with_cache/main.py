"""A directory turns executions into owners, with caches, misses and a careless way out."""

from directory import Directory, owner_or_self


async def main(manager, run_id, user_id):
    directory = Directory({run_id: user_id or "anonymous"})
    await manager.send_to_user(directory.owner(run_id), {"n": 1})
    await manager.send_to_user(directory.owner(run_id), {"n": 2})
    await manager.send_to_user(await directory.load(run_id), {"n": 3})
    await manager.send_to_user(owner_or_self(directory, "run_unknown"), {"n": 4})
    await manager.send_to_user(directory.executions_of(user_id or "anonymous")[0], {"n": 5})
