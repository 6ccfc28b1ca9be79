"""`str()` of a run id is the run id."""


async def main(manager, run_id):
    await manager.send_to_user(str(run_id), {"type": "a"})
    text = str(run_id)
    await manager.send_message(text, {"type": "b"})
