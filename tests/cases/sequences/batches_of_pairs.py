"""Pairs of run and user are batched, zipped, sorted and taken apart again."""


def pairs(runs, users):
    return list(zip(runs, users))


def users_of(batch):
    return [user for _, user in batch]


def latest(history):
    return history[-1]


async def main(manager, run_id, child_run_id, user_key):
    batch = pairs([run_id, child_run_id], [user_key, "someone"])
    for run, user in batch:
        await manager.send_to_user(user, {"run": run})
    for user in users_of(batch):
        await manager.send_to_user(user, {"n": 2})
    run, user = batch[0]
    await manager.send_to_user(user, {"run": run})
    await manager.send_to_user(batch[1][1], {"n": 4})
    await manager.send_to_user(batch[1][0], {"n": 5})
    runs, users = zip(*batch)
    await manager.send_to_user(users[0], {"runs": runs})
    await manager.send_to_user(runs[0], {"n": 7})
    ordered = sorted(batch, key=lambda pair: pair[0])
    await manager.send_to_user(ordered[0][1], {"n": 8})
    history = [run_id]
    history.append(user_key)
    await manager.send_to_user(latest(history), {"n": 9})
    head, *rest = [run_id, user_key, "someone"]
    for one in rest:
        await manager.send_to_user(one, {"head": head})
    index = {run: number for number, run in enumerate(runs)}
    await manager.send_to_user(users[index[run_id]], {"n": 11})
