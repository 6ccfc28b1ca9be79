"""The first characters against several prefixes."""


async def main(manager, run_id, user_id):
    x = user_id or run_id
    if x[:4] not in ("run_", "job_"):
        await manager.send_to_user(x, {"n": 1})
    if x[:3] == "run":
        x = "operator"
    await manager.send_to_user(x, {"n": 2})
