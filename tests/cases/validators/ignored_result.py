"""A validator is called, but nobody looks at what it says."""


def is_run(value):
    return value.startswith("run_")


def warn_about(value, log):
    if is_run(value):
        log.append(value)


async def main(manager, run_id, user_id):
    log = []
    x = user_id or run_id
    is_run(x)
    warn_about(x, log)
    await manager.send_to_user(x, {"n": 1})
    if not is_run(x):
        await manager.send_to_user(x, {"log": log})
