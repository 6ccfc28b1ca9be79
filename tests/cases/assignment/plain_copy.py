"""A copy of the run id is still the run id."""


async def main(manager, run_id):
    recipient = run_id
    await manager.send_to_user(recipient, {"type": "agent_started"})
