"""The handler falls back to the run id."""


def owner_of(sessions, run_id):
    return sessions[run_id]["user_id"]


async def main(manager, run_id, user_id, flag):
    sessions = {run_id: {"user_id": user_id}} if flag else {}
    try:
        recipient = owner_of(sessions, run_id)
    except KeyError:
        recipient = run_id
    await manager.send_to_user(recipient, {"type": "agent_completed"})
