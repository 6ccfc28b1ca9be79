"""Names of run ids in other spellings."""


async def main(manager, runId, parent_run_id, agentRunId, user_id):
    await manager.send_to_user(runId, {"n": 1})
    await manager.send_to_user(parent_run_id, {"n": 2})
    await manager.send_to_user(agentRunId, {"n": 3})
    await manager.send_to_user(user_id, {"parent": parent_run_id})
