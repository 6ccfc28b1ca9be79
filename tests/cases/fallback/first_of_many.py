"""The first id that is there."""


def first(*candidates):
    for candidate in candidates:
        if candidate:
            return candidate
    return None


async def main(manager, run_id, user_id):
    await manager.send_to_user(first(None, "", user_id, run_id), {"n": 1})
    await manager.send_to_user(first(None, run_id, user_id), {"n": 2})
    await manager.send_to_user(next((c for c in (None, run_id) if c), user_id), {"n": 3})
    meta = {}
    await manager.send_to_user(meta.get("user_id") or meta.get("owner") or run_id, {"n": 4})
