"""A retry loop that falls back to the run id after the first failure."""


async def main(manager, run_id, user_id, count):
    target, attempts = user_id, 0
    while attempts <= count:
        if attempts > 1:
            target = run_id
        await manager.send_to_user(target, {"attempt": attempts})
        attempts += 1
