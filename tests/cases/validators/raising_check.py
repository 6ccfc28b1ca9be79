"""A validator raises, another one returns what it was given."""


class WrongRecipient(ValueError):
    pass


def require_user(value):
    if not value or value.startswith("run_"):
        raise WrongRecipient(value)
    return value


def checked(value):
    try:
        return require_user(value)
    except WrongRecipient:
        return None


async def main(manager, run_id, user_id):
    for target in (run_id, user_id):
        safe = checked(target)
        if safe is not None:
            await manager.send_to_user(safe, {"n": 1})
        await manager.send_to_user(target, {"n": 2})
