"""From a run to its thread, from the thread to its members."""


async def notify_members(ws, run_id, threads, members):
    thread = threads.get(run_id)
    for person in members.get(thread, []):
        await ws.send_to_user(person, {"run_id": run_id, "thread": thread})


async def main(manager, run_id, thread_id, user_id):
    await notify_members(manager, run_id, {run_id: thread_id}, {thread_id: [user_id, "lobby"]})
    users_by_thread = {thread_id: user_id}
    who = users_by_thread[thread_id]
    await manager.send_to_user(who, {"n": 2})
