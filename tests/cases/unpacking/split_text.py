"""Parts of a composed key."""


async def main(manager, run_id):
    composed = f"{run_id}|42"
    run, number = composed.split("|")
    await manager.send_to_user(run, {"number": number})
    await manager.send_to_user(number, {"run": run})
