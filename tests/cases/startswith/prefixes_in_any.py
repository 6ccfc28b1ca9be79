"""Prefixes are tried one after the other."""

NOT_RECIPIENTS = ("run_", "job_")


def looks_internal(value):
    return any(value.startswith(prefix) for prefix in NOT_RECIPIENTS)


async def main(manager, run_id, user_id, flag):
    recipient = run_id if flag else user_id
    if recipient and not looks_internal(recipient):
        await manager.send_to_user(recipient, {"n": 1})
    if recipient and not recipient.startswith(NOT_RECIPIENTS):
        await manager.send_to_user(recipient, {"n": 2})
    if recipient and not any(recipient.startswith(p) for p in ("run_", "job_")):
        await manager.send_to_user(recipient, {"n": 3})
    if recipient and all(not recipient.startswith(p) for p in NOT_RECIPIENTS):
        await manager.send_to_user(recipient, {"n": 4})
    if recipient and any(recipient.startswith(p) for p in NOT_RECIPIENTS):
        await manager.send_to_user(recipient, {"n": 5})
