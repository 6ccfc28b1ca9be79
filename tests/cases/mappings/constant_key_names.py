"""Keys that stand in constants of the module and of a class."""

RECIPIENT = "recipient"


class Keys:
    OWNER = "owner"
    JOB = "job"


async def main(manager, run_id, user_id):
    payload = {RECIPIENT: user_id, Keys.OWNER: user_id, Keys.JOB: run_id}
    await manager.send_to_user(payload[RECIPIENT], {"n": 1})
    await manager.send_to_user(payload["recipient"], {"n": 2})
    await manager.send_to_user(payload[Keys.OWNER], {"n": 3})
    await manager.send_to_user(payload[Keys.JOB], {"n": 4})
    payload[RECIPIENT] = payload["job"]
    await manager.send_to_user(payload.get("recipient"), {"n": 5})
