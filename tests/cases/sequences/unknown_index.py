"""An index that is not constant may be any element."""


async def main(manager, run_id, user_id, count):
    ids = [user_id, user_id, run_id, run_id]
    await manager.send_to_user(ids[count], {"index": count})
