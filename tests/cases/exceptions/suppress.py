"""`contextlib.suppress` lets what follows happen."""

from contextlib import suppress


async def main(manager, run_id, user_id):
    target = run_id
    with suppress(KeyError):
        target = {}["missing"]
    await manager.send_to_user(target, {"ok": False})
