"""A predicate of the project."""


def looks_internal(value):
    return value.startswith("run_")


def is_person(value):
    return bool(value) and not value.startswith("run_")


async def main(manager, run_id, user_id):
    recipient = user_id or run_id
    if not looks_internal(recipient):
        await manager.send_to_user(recipient, {"n": 1})
    if is_person(recipient):
        await manager.send_to_user(recipient, {"n": 2})
    if looks_internal(recipient):
        await manager.send_to_user(recipient, {"n": 3})
