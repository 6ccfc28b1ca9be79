"""Both arms reassign."""


async def main(manager, run_id, user_id, thread_id, flag):
    target = run_id
    if flag:
        target = user_id
    else:
        target = "system"
    await manager.send_to_user(target, {"run_id": run_id, "thread_id": thread_id})
