"""The index of a run in one list, the user in another."""


async def main(manager, run_id, user_id):
    runs, users = [run_id], [user_id]
    await manager.send_to_user(users[runs.index(run_id)], {"n": 1})
