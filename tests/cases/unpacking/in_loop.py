"""Pairs unpacked in a loop's header."""


async def main(manager, run_id, user_id, thread_id):
    plan = [(user_id, run_id), (user_id, run_id)]
    for user, run in plan:
        await manager.send_to_user(user, {"run_id": run})
    for index, (user, run) in enumerate(plan):
        await manager.send_to_user(run, {"index": index, "user": user})
