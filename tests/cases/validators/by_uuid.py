"""A recipient is a bare UUID, which no run id with its prefix is."""

from uuid import UUID


def is_uuid(value):
    try:
        UUID(value)
    except (ValueError, TypeError, AttributeError):
        return False
    return True


def as_uuid(value):
    try:
        return str(UUID(str(value)))
    except ValueError:
        return None


async def main(manager, run_id, user_id, flag):
    recipient = run_id if flag else user_id
    if is_uuid(recipient):
        await manager.send_to_user(recipient, {"n": 1})
    known = as_uuid(recipient)
    if known:
        await manager.send_to_user(known, {"n": 2})
    if not is_uuid(recipient):
        await manager.send_to_user(recipient or run_id, {"n": 3})
