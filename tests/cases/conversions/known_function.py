"""A function of the project turns a run id into a thread id."""

THREADS = {}


def get_thread_id_from_run(run_id):
    return THREADS.get(run_id, "thread_default")


async def main(manager, run_id, thread_id):
    THREADS[run_id] = thread_id
    await manager.send_to_thread(get_thread_id_from_run(run_id), {"run": run_id})
