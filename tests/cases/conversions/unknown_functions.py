"""Functions of nobody knows where, and known ones that convert."""

import hashlib
import uuid


def thread_of(run_id, table):
    return table[run_id]


async def main(manager, run_id, user_id, thread_id):
    await manager.send_to_user(hashlib.md5(run_id.encode()).hexdigest(), {"n": 1})
    await manager.send_to_user(str(uuid.uuid5(uuid.NAMESPACE_URL, run_id)), {"n": 2})
    await manager.send_to_thread(thread_of(run_id, {run_id: thread_id}), {"n": 3})
    await manager.send_to_user(user_id, {"hash": hash(run_id)})
