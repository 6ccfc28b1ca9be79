"""The value of the turn before."""


async def main(manager, run_id, user_id):
    previous = "start"
    for current in (user_id, run_id, "end"):
        await manager.send_to_user(previous, {"n": 1})
        previous = current
    previous = "start"
    for current in ("a", "b", run_id):
        previous = previous + current[:1]
    await manager.send_to_user(previous, {"n": 2})
