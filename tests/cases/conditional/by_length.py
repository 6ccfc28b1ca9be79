"""The recipient depends on what is known."""


async def main(manager, run_id, user_id, thread_id):
    known = {"user": user_id}
    to = known["user"] if "user" in known else run_id
    await manager.send_to_user(to, {"n": 1})
    other = known["thread"] if "thread" in known else run_id
    await manager.send_to_user(other, {"n": 2})
    silent = None if run_id else run_id
    await manager.send_to_user(silent or user_id, {"n": 3})
