"""Only the part after the prefix is kept."""

import re


async def main(manager, run_id, user_id):
    await manager.send_to_user(run_id.split("_", 1)[1], {"n": 1})
    _, _, rest = run_id.partition("_")
    await manager.send_to_user(rest, {"n": 2})
    await manager.send_to_user(run_id.rsplit("-", 1)[-1], {"n": 3})
    await manager.send_to_user(re.sub(r"^run_", "", run_id), {"n": 4})
    await manager.send_to_user(run_id.strip().rstrip("\n"), {"n": 5, "for": user_id})
