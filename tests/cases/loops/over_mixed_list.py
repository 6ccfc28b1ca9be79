"""A list of mixed ids."""


async def main(manager, run_id, user_id, thread_id):
    for recipient in (user_id, run_id):
        await manager.send_to_user(recipient, {"type": "broadcast"})
