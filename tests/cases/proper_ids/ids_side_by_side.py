"""All ids in one dictionary, one tuple and one object, each read rightly."""

from dataclasses import dataclass


@dataclass
class Ids:
    run_id: str
    thread_id: str
    user_id: str


async def main(manager, run_id, user_id, thread_id):
    table = {"run_id": run_id, "thread_id": thread_id, "user_id": user_id}
    row = (run_id, thread_id, user_id)
    ids = Ids(*row)
    await manager.send_to_user(table["user_id"], table)
    await manager.send_to_user(row[2], {"row": row})
    await manager.send_to_user(ids.user_id, {"ids": ids})
    if thread_id:
        await manager.send_to_thread(table.get("thread_id"), table)
        await manager.send_to_thread(row[1], {"row": row})
        await manager.send_to_thread(ids.thread_id, {"ids": ids})
