"""An inverse lookup yields a run id."""


async def main(manager, run_id, user_id):
    run_by_user = {user_id: run_id}
    await manager.send_to_user(run_by_user[user_id], {"n": 1})
