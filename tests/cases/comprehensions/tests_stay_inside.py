"""The conditions of a comprehension say nothing of what comes after it."""


async def main(manager, run_id, user_key, flag, verbose):
    names = ["a", "b"]
    shown = [name for name in names if flag]
    lengths = {name: len(name) for name in names if verbose}
    if flag:
        await manager.send_to_user(user_key, {"shown": shown})
    else:
        await manager.send_to_user(run_id, {"n": 2})
    if not verbose:
        await manager.send_to_user(run_id, {"lengths": lengths})
    target = run_id
    people = [one for one in (run_id, user_key) if not target.startswith("run_")]
    await manager.send_to_user(target, {"people": people})
