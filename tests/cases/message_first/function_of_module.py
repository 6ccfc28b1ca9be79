"""A function of the module with the message first."""


async def send_to_user(message, user_id, hub):
    await hub.send_to_user(user_id, message)


async def main(manager, run_id, user_id):
    await send_to_user({"run_id": run_id}, user_id, manager)
    await send_to_user(run_id, user_id, manager)
    await send_to_user(user_id, run_id, manager)
