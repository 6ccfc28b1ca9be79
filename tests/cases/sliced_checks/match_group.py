"""A pattern's group is sent, not the whole text."""

import re

OWNER = re.compile(r"owner=(?P<owner>[\w-]+)")


async def main(manager, run_id, user_key):
    line = f"job={run_id} owner={user_key or 'nobody'}"
    found = OWNER.search(line)
    if found:
        await manager.send_to_user(found.group("owner"), {"n": 1})
    kept = re.match(r"(run_)(.*)", run_id)
    if kept:
        await manager.send_to_user(kept.group(2), {"n": 2})
        await manager.send_to_user(kept.group(0), {"n": 3})
