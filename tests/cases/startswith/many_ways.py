"""The check of a prefix, in the ways that people write it."""

RUN_PREFIX = "run_"
BAD_PREFIXES = ("run_", "exec_")


def looks_like_run(value: str) -> bool:
    return str(value).lower().startswith(RUN_PREFIX)


async def one(manager, target):
    is_run = target.startswith(RUN_PREFIX)
    if is_run:
        print("run", target)
    else:
        await manager.send_to_user(target, {"n": 1})


async def two(manager, target):
    if any(target.startswith(prefix) for prefix in BAD_PREFIXES):
        return
    await manager.send_to_user(target, {"n": 2})


async def three(manager, target):
    assert not looks_like_run(target), target
    await manager.send_to_user(target, {"n": 3})


async def four(manager, target):
    while target.startswith("run_"):
        target = target[len("run_") :]
    await manager.send_to_user(target, {"n": 4})


async def five(manager, target):
    ok = target is not None and not looks_like_run(target)
    if not ok:
        return
    await manager.send_to_user(target, {"n": 5})


async def six(manager, target):
    kind = "run" if target.startswith("run_") else "user"
    if kind == "user":
        await manager.send_to_user(target, {"n": 6})


async def seven(manager, target):
    valid = [target] if not target.startswith("run_") else []
    for one in valid:
        await manager.send_to_user(one, {"n": 7})


async def eight(manager, target):
    if target.startswith("thread_"):
        return
    await manager.send_to_user(target, {"n": 8})


async def nine(manager, target, force):
    if not force and target.startswith("run_"):
        return
    await manager.send_to_user(target, {"n": 9})


async def main(manager, run_id, user_key):
    for target in (run_id, user_key):
        await one(manager, target)
        await two(manager, target)
        if not looks_like_run(target):
            await three(manager, target)
        await four(manager, target)
        await five(manager, target)
        await six(manager, target)
        await seven(manager, target)
        await eight(manager, target)
        await nine(manager, target, False)
    await nine(manager, run_id, True)
