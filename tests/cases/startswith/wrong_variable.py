"""The check looks at another variable."""


async def main(manager, run_id, user_id):
    recipient, other = run_id, user_id or "nobody"
    if not other.startswith("run_"):
        await manager.send_to_user(recipient, {"n": 1})
