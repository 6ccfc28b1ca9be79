"""Functions that make run ids."""

import uuid


def generate_run_id():
    return f"run_{uuid.uuid4()}"


def generate_user_key():
    return f"user-{uuid.uuid4()}"


async def main(manager, user_id):
    fresh = generate_run_id()
    await manager.send_to_user(fresh, {"n": 1})
    await manager.send_to_user(generate_user_key(), {"n": 2})
