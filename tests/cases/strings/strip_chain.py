"""Stripping keeps the id whole."""


async def main(manager, run_id, user_id):
    raw = f"  {run_id}\n"
    await manager.send_to_user(raw.strip(), {"type": "a"})
    await manager.send_to_user(run_id.strip().rstrip("\n"), {"type": "b"})
    await manager.send_to_user((user_id or "nobody").strip(), {"type": "c"})
