"""Lookups and checks in conditions, with names bound on the way."""

import re


def owner_of(owners, key):
    return owners.get(key)


async def main(manager, run_id, user_key, user_id):
    owners = {run_id: user_key}
    if owner := owner_of(owners, run_id):
        await manager.send_to_user(owner, {"run": run_id})
    if (target := user_id or run_id) and not target.startswith("run_"):
        await manager.send_to_user(target, {"n": 2})
    if (target := user_id or run_id) != run_id:
        await manager.send_to_user(target, {"n": 3})
    if not (owner := owners.get("nobody")):
        owner = run_id
    await manager.send_to_user(owner, {"n": 4})
    people = [one for one in (run_id, user_key) if (kind := one[:4]) != "run_" and kind]
    for person in people:
        await manager.send_to_user(person, {"n": 5})
    if match := re.match(r"run_(.+)", run_id):
        await manager.send_to_user(match.group(0), {"short": match.group(1)})
    while (item := owners.popitem() if owners else None) is not None:
        run, user = item
        await manager.send_to_user(user, {"run": run})
