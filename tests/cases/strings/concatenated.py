"""A literal prefix joined to a suffix."""


async def main(manager, user_id):
    suffix = "42"
    await manager.send_to_user("run_" + suffix, {"type": "a"})
    await manager.send_to_user("member_" + suffix, {"type": "b"})
