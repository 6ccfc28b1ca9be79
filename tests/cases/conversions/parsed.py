"""A thread id parsed out of a composed key."""


def thread_of(key):
    return "thread_" + key.split(":")[1]


async def main(manager, run_id):
    key = f"{run_id}:77"
    await manager.send_to_thread(thread_of(key), {"run": run_id})
