"""Helpers that turn a run into its user, and one that does not."""


def looked_up(run_id, table):
    return table.get(run_id)


def same(run_id):
    return str(run_id)


def user_or_run(run_id, table):
    found = looked_up(run_id, table)
    return found if found is not None else same(run_id)


async def main(manager, run_id, user_id):
    table = {run_id: user_id}
    await manager.send_to_user(looked_up(run_id, table), {"n": 1})
    await manager.send_to_user(user_or_run(run_id, {}), {"n": 2})
    await manager.send_to_user(same(user_id), {"n": 3})
