"""A run id composed of a prefix and a number."""

import uuid

PREFIX = "run_"


def new_identifier():
    return f"run_{uuid.uuid4()}"


def new_user():
    return f"usr-{uuid.uuid4()}"


async def main(manager, user_id):
    await manager.send_to_user(new_identifier(), {"n": 1})
    await manager.send_to_user(new_user(), {"n": 2})
    await manager.send_to_user("run_" + str(7), {"n": 3})
    await manager.send_to_user(PREFIX + "7", {"n": 4})
    await manager.send_to_user(user_id, {"kind": PREFIX})
