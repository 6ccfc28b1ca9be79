"""Checks kept in a tuple, all of which must hold."""

import re


def not_run(value):
    return not re.match(r"run[_-]", value)


def not_empty(value):
    return bool(value.strip())


STRICT = (not_empty, not_run)
LOOSE = (not_empty,)


async def main(manager, run_id, user_id):
    x = user_id or run_id
    if all(check(x) for check in STRICT):
        await manager.send_to_user(x, {"n": 1})
    if all(check(x) for check in LOOSE):
        await manager.send_to_user(x, {"n": 2})
