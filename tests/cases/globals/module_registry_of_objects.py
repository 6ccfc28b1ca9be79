"""A module-level registry of objects, filled by one function and drained by another."""

_ACTIVE = {}


class Active:
    def __init__(self, owner, key):
        self.owner = owner
        self.key = key


def register(run_id, owner):
    _ACTIVE[run_id] = Active(owner, run_id)


def forget(run_id):
    return _ACTIVE.pop(run_id, None)


async def drain(ws):
    for entry in _ACTIVE.values():
        await ws.send_to_user(entry.owner, {"n": 1})


async def main(manager, run_id, user_id):
    _ACTIVE.clear()
    register(run_id, user_id)
    await drain(manager)
    entry = forget(run_id)
    if entry:
        await manager.send_to_user(entry.key, {"n": 2})
