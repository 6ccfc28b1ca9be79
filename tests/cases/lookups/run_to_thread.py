"""Helpers map run ids to threads, by table, by text and by a default."""

THREADS = {}
PREFIX = "thread_"


def remember(run_id, thread_id):
    THREADS[run_id] = thread_id or PREFIX + "lobby"


def thread_for(run_id, default=None):
    found = THREADS.get(run_id)
    if found is None:
        return default
    return found


def thread_or_same(run_id):
    return THREADS.get(run_id, run_id)


def derived(run_id):
    return PREFIX + run_id.removeprefix("run_")


def resolve(any_id):
    if any_id.startswith("run_"):
        return thread_for(any_id) or derived(any_id)
    return any_id


async def main(manager, run_id, thread_id, other_run_id):
    remember(run_id, thread_id)
    await manager.send_to_thread(thread_for(run_id), {"n": 1})
    await manager.send_to_thread(thread_for(other_run_id, PREFIX + "x"), {"n": 2})
    await manager.send_to_thread(thread_for(other_run_id, other_run_id), {"n": 3})
    await manager.send_to_thread(thread_or_same(other_run_id), {"n": 4})
    await manager.send_to_thread(derived(run_id), {"n": 5})
    await manager.send_to_thread(resolve(run_id), {"n": 6})
    await manager.send_to_thread(resolve(thread_id or derived(other_run_id)), {"n": 7})
    for run, thread in THREADS.items():
        await manager.send_to_thread(thread, {"run": run})
        await manager.send_to_thread(run, {"thread": thread})
    await manager.send_to_thread([*THREADS][0], {"n": 8})
