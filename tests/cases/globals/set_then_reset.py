"""A global is set wrong, sent, and reset."""

_current = None


def set_current(value):
    global _current
    _current = value


def current():
    return _current or "operator"


async def main(manager, run_id, user_id):
    set_current(run_id)
    await manager.send_to_user(current(), {"n": 1})
    set_current(None)
