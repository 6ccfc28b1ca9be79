"""Users and runs side by side in loops, tuples and lambdas."""


async def main(manager, run_id, user_id):
    pairs = [(run_id, user_id), ("job", "lobby")]
    for run, who in pairs:
        await manager.send_to_user(who, {"run": run})
    for run_id, who in pairs:
        await manager.send_to_user(who, {"run": run_id})
    owner_of = lambda run_id: dict(pairs).get(run_id)
    await manager.send_to_user(owner_of("job"), {"n": 3})
    _, (who, *_) = run_id, (user_id, run_id)
    await manager.send_to_user(who, {"n": 4})
