"""`users_by_thread[thread_id]`."""


async def main(manager, run_id, user_id, thread_id):
    users_by_thread = {thread_id: user_id}
    await manager.send_to_user(users_by_thread[thread_id], {"run": run_id})
    users_by_run = {run_id: user_id}
    await manager.send_to_user(users_by_run.get(run_id), {"run": run_id})
