"""A global set by one function and read by another."""

_current = None
_owner = None


def begin(identifier, owner):
    global _current, _owner
    _current = identifier
    _owner = owner


async def report(hub):
    await hub.send_to_user(_owner, {"n": 1})
    await hub.send_to_user(_current, {"n": 2})


async def main(manager, run_id, user_id):
    begin(run_id, user_id)
    await report(manager)
