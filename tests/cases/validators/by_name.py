"""A validator that the vocabulary knows by name."""


def is_run_id(value):
    return isinstance(value, str) and value.startswith("run_")


async def main(manager, run_id, user_id):
    recipient = user_id or run_id
    if is_run_id(recipient):
        return
    await manager.send_to_user(recipient, {"n": 1})
