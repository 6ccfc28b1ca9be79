"""Constant keys are precise."""


async def main(manager, run_id, user_id):
    ids = {"run": run_id, "user": user_id}
    await manager.send_to_user(ids["user"], {"run": ids["run"]})
    await manager.send_to_user(ids["run"], {"user": ids["user"]})
