"""Text appended to a run id leaves the prefix in place; text put in front does not."""


async def main(manager, run_id):
    channel = run_id
    channel += ":progress"
    await manager.send_to_thread(channel, {"step": 1})
    prefixed = "user-"
    prefixed += "42"
    await manager.send_to_user(prefixed, {"step": 2})
