"""A sender tries candidates until one is no run, with a limit of tries."""


def candidates(context):
    yield context.get("recipient")
    yield context.get("user_id")
    yield context.get("run_id")


def first_valid(context):
    for candidate in candidates(context):
        if not candidate:
            continue
        if candidate.startswith("run_"):
            continue
        return candidate
    return None


async def send_first(manager, context, message):
    target = None
    for candidate in candidates(context):
        if candidate and not candidate.startswith("run_"):
            target = candidate
            break
    if target is None:
        return
    await manager.send_to_user(target, message)


async def send_with_retry(manager, target, message, attempts=3):
    for attempt in range(attempts):
        try:
            await manager.send_to_user(target, {**message, "attempt": attempt})
        except ConnectionError:
            continue
        return True
    return False


async def main(manager, run_id, user_id):
    context = {"run_id": run_id, "user_id": user_id, "recipient": run_id}
    await send_first(manager, context, {"n": 1})
    found = first_valid(context)
    if found:
        await send_with_retry(manager, found, {"n": 2})
    await send_with_retry(manager, context["recipient"], {"n": 3})
    last = None
    for last in candidates(context):
        if last:
            break
    await send_with_retry(manager, last, {"n": 4})
