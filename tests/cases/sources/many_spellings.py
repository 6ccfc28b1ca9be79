"""Run ids under their many names."""


class Execution:
    def __init__(self, parent_run_id, userId):
        self.parent_run_id = parent_run_id
        self.userId = userId


async def main(manager, run_id, user_id):
    execution = Execution(run_id, user_id)
    await manager.send_to_user(execution.parent_run_id, {"n": 1})
    await manager.send_to_user(execution.userId, {"n": 2})
    payload = {"runId": run_id, "user": user_id}
    await manager.send_to_user(payload["runId"], {"n": 3})
    await manager.send_to_user(payload["user"], {"runId": payload["runId"]})
    await manager.send_to_user(getattr(execution, "parent_run_id", None), {"n": 5})
