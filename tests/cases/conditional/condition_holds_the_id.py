"""The run id decides, but is not what is chosen."""


async def main(manager, run_id, user_id, thread_id):
    who = user_id if run_id else "operator"
    await manager.send_to_user(who, {"n": 1})
    where = thread_id if thread_id else None
    if where:
        await manager.send_to_thread(where, {"n": 2})
    who = "operator" if run_id.endswith("0") else user_id
    await manager.send_to_user(who, {"n": 3})
