"""The method is chosen by a flag, then called."""


async def main(manager, run_id, user_id, thread_id, flag):
    send = manager.send_to_thread if thread_id else manager.send_to_user
    await send(thread_id or user_id, {"run": run_id})
    push = getattr(manager, "send_message" if flag else "send_to_user")
    await push(user_id, {"n": 2})
    await push(run_id, {"n": 3})
