"""A function gives back its argument or nothing."""


def person_or_none(value):
    if not value or value.startswith("run_"):
        return None
    return value


def text_or_none(value):
    if not value or value.startswith("tmp-"):
        return None
    return value


async def main(manager, run_id, user_id):
    x = person_or_none(user_id or run_id)
    if x is None:
        return
    await manager.send_to_user(x, {"n": 1})
    y = text_or_none(run_id)
    if y is None:
        return
    await manager.send_to_user(y, {"n": 2})
