"""The parameter called `run_id` is itself replaced."""


async def main(manager, run_id, user_id):
    first = run_id
    run_id = user_id
    await manager.send_to_user(run_id, {"first": first})
