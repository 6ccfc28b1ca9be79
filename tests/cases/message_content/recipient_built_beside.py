"""Message and recipient come out of the same dictionary."""


def build(run_id, user_id):
    return {"recipient": user_id, "message": {"run_id": run_id, "user_id": user_id}}


async def main(manager, run_id, user_id):
    outgoing = build(run_id, user_id)
    await manager.send_to_user(outgoing["recipient"], outgoing["message"])
    await manager.send_to_user(outgoing["message"]["user_id"], outgoing["message"])
    await manager.send_to_user(outgoing["message"]["run_id"], outgoing["message"])
