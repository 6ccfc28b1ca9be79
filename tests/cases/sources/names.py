"""Names that end in `_run_id`, and camelCase."""


async def main(manager, agent_run_id, parentRunId, user_id):
    await manager.send_to_user(agent_run_id, {"n": 1})
    await manager.send_to_user(parentRunId, {"n": 2})
    await manager.send_to_user(user_id, {"parent": parentRunId})
