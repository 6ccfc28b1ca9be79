"""Compared with the run id itself."""


async def main(manager, run_id, user_id, flag):
    best = user_id if flag else run_id
    if best == run_id:
        await manager.send_to_user("operator", {"lost": best})
    else:
        await manager.send_to_user(best, {"lost": None})
