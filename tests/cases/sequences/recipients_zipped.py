"""Runs and their owners travel in lists that are zipped, sorted and taken apart again."""


def pair(runs, owners):
    return list(zip(runs, owners))


async def main(manager, run_id, user_id):
    runs = [run_id, run_id + "b"]
    owners = [user_id or "user_fallback", "user_two"]
    pairs = pair(runs, owners)
    for run, owner in pairs:
        await manager.send_to_user(owner, {"run_id": run})
    for owner, run in pairs:
        await manager.send_to_user(owner, {"run_id": run})
    for index, (run, owner) in enumerate(sorted(pairs, key=lambda item: item[1]), start=1):
        await manager.send_to_user(owner, {"run_id": run, "n": index})
    table = dict(pairs)
    await manager.send_to_user(table[run_id], {"n": 1})
    back = {owner: run for run, owner in table.items()}
    for key in back:
        await manager.send_to_user(key, {"run_id": back[key]})
    for key in table:
        await manager.send_to_user(key, {"n": 2})
    only_runs, only_owners = zip(*pairs)
    for owner in only_owners:
        await manager.send_to_user(owner, {"n": 3})
    await manager.send_to_user(only_runs[0], {"n": 4})
    await manager.send_to_user(pairs[-1][1], {"n": 5})
    await manager.send_to_user(pairs[-1][0], {"n": 6})
