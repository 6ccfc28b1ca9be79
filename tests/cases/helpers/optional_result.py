"""A lookup that falls back inside the helper."""

USERS = {}


def owner_or_self(identifier):
    owner = USERS.get(identifier)
    if owner is None:
        return identifier
    return owner


async def main(manager, run_id, user_id, flag):
    if flag:
        USERS[run_id] = user_id
    await manager.send_to_user(owner_or_self(run_id), {"n": 1})
