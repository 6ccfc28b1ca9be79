"""The prefix is taken off."""


async def main(manager, run_id):
    await manager.send_to_user(run_id.removeprefix("run_"), {"n": 1})
    await manager.send_to_user(run_id[4:], {"n": 2})
    await manager.send_to_user(run_id.replace("run_", "user-"), {"n": 3})
