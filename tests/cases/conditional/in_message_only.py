"""The run id is chosen for the message only."""


async def main(manager, run_id, user_id, flag):
    await manager.send_to_user(
        user_id,
        {"type": "status", "reference": run_id if flag else None},
    )
