"""A validator that raises, and hands the value back."""


class InvalidRecipient(Exception):
    pass


def validated(value):
    if value is None or value.startswith("run_"):
        raise InvalidRecipient(value)
    return value


async def main(manager, run_id, user_id):
    try:
        await manager.send_to_user(validated(user_id or run_id), {"n": 1})
    except InvalidRecipient:
        await manager.send_to_user("operator", {"lost": run_id})
