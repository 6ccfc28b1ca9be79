"""Validators that return a cleaned id, raise, or tell, used in the way of teams."""


class RoutingError(ValueError):
    pass


def clean_recipient(value):
    if not value or not isinstance(value, str):
        raise RoutingError("no recipient")
    value = value.strip()
    if value.startswith("run_"):
        raise RoutingError(f"run id given as recipient: {value}")
    return value


def recipient_or_none(value):
    try:
        return clean_recipient(value)
    except RoutingError:
        return None


def first_recipient(*candidates):
    for candidate in candidates:
        cleaned = recipient_or_none(candidate)
        if cleaned is not None:
            return cleaned
    raise RoutingError("nobody")


async def main(manager, run_id, user_id, flag):
    chosen = user_id if flag else run_id
    cleaned = recipient_or_none(chosen)
    if cleaned:
        await manager.send_to_user(cleaned, {"n": 1})
    await manager.send_to_user(first_recipient(run_id, user_id, "user_admin"), {"n": 2})
    try:
        target = clean_recipient(chosen)
    except RoutingError:
        target = "user_admin"
    else:
        target = target.lower()
    await manager.send_to_user(target, {"n": 3})
    try:
        clean_recipient(chosen)
    except RoutingError:
        pass
    await manager.send_to_user(chosen, {"n": 4})
    try:
        final = clean_recipient(chosen)
    except RoutingError as error:
        final = chosen
        print(error)
    await manager.send_to_user(final, {"n": 5})
