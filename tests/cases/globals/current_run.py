"""A module keeps what runs now."""

_current = {"run": None, "user": None}
_last = None


def begin(run_id, user_id):
    global _last
    _current["run"] = run_id
    _current["user"] = user_id
    _last = run_id


def current(key):
    return _current[key]


async def main(manager, run_id, user_id):
    begin(run_id, user_id)
    await manager.send_to_user(current("user"), {"n": 1})
    await manager.send_to_user(current("run"), {"n": 2})
    await manager.send_to_user(_last, {"n": 3})
