"""`x if x is not None else run_id`."""


async def main(manager, run_id, user_id, thread_id):
    target = user_id if user_id is not None else run_id
    await manager.send_message(target, {"event": "done"})
    place = thread_id if thread_id is not None else "thread_default"
    await manager.send_to_thread(place, {"event": "done"})
