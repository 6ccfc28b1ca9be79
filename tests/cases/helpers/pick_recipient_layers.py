"""A recipient is picked by small functions that call each other, with checks at one of them."""


def clean(value):
    if value is None:
        return ""
    return value.strip()


def is_user(value):
    return bool(value) and not (value.startswith("run_") or value.startswith("thread_"))


def choose(*candidates):
    for candidate in map(clean, candidates):
        if is_user(candidate):
            return candidate
    return None


def choose_any(*candidates):
    for candidate in candidates:
        if candidate:
            return candidate
    return None


async def notify(manager, context, message):
    target = choose(context.get("target"), context.get("user_id"), context.get("run_id"))
    if target is not None:
        await manager.send_to_user(target, message)


async def notify_any(manager, context, message):
    target = choose_any(context.get("user_id"), context.get("run_id"))
    if target is None:
        raise ValueError("nobody")
    if is_user(target):
        await manager.send_to_user(target, message)
    else:
        print("not sent", target)


async def notify_whoever(manager, context, message):
    await manager.send_to_user(choose_any(context.get("user_id"), context.get("run_id")), message)


async def main(manager, run_id, user_id):
    context = {"run_id": run_id, "user_id": user_id, "target": run_id}
    await notify(manager, context, {"n": 1})
    await notify_any(manager, context, {"n": 2})
    await notify_whoever(manager, context, {"n": 3})
