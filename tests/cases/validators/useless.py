"""A validator that checks something else."""


def is_ready(value):
    return bool(value) and len(value) > 3


async def main(manager, run_id, user_id):
    recipient = user_id or run_id
    if is_ready(recipient):
        await manager.send_to_user(recipient, {"n": 1})
