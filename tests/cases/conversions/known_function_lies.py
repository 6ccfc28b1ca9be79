"""A function whose name promises a thread id and whose body gives the run id back."""


def get_thread_id_from_run(run_id):
    return run_id


async def main(manager, run_id):
    await manager.send_to_thread(get_thread_id_from_run(run_id), {"n": 1})
