"""Constant indexes are precise."""


async def main(manager, run_id, user_id):
    ids = [run_id, user_id]
    await manager.send_to_user(ids[1], {"index": 1})
    await manager.send_to_user(ids[0], {"index": 0})
    await manager.send_to_user(ids[-1], {"index": -1})
