"""``get`` with the key itself as the default, for keys that are there and keys that are not."""

OWNERS = {}


def owner_of(key):
    return OWNERS.get(key, key)


def alias_of(key, aliases):
    return aliases.get(key, key)


async def main(manager, run_id, other_run_id, user_key):
    OWNERS[run_id] = user_key
    await manager.send_to_user(owner_of(run_id), {"n": 1})
    await manager.send_to_user(owner_of(other_run_id), {"n": 2})
    await manager.send_to_user(owner_of(user_key), {"n": 3})
    aliases = {run_id: user_key}
    await manager.send_to_user(aliases.get(run_id, run_id), {"n": 4})
    await manager.send_to_user(aliases.get(other_run_id, other_run_id), {"n": 5})
    if other_run_id in aliases:
        await manager.send_to_user(aliases.get(other_run_id, other_run_id), {"n": 6})
    local = dict(aliases)
    local[other_run_id] = user_key
    await manager.send_to_user(local.get(other_run_id, other_run_id), {"n": 7})
    await manager.send_to_user(alias_of(run_id, aliases), {"n": 8})
    await manager.send_to_user(alias_of(other_run_id, aliases), {"n": 9})
