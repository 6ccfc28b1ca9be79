"""Ids made out of the run id's own text."""


def thread_from(run_id):
    return f"thread_{run_id.split('_')[1]}"


def person_from(run_id):
    return run_id.replace("run_", "person-", 1)


def shortened(run_id):
    return run_id[4:12]


async def main(manager, run_id):
    await manager.send_to_thread(thread_from(run_id), {"run_id": run_id})
    await manager.send_to_user(person_from(run_id), {"n": 2})
    await manager.send_to_user(shortened(run_id), {"n": 3})
