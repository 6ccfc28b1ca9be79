"""A forwarding function that takes the function first."""


async def with_retry(function, *args, **kwargs):
    for _ in range(2):
        await function(*args, **kwargs)


async def main(manager, run_id, user_id):
    await with_retry(manager.send_to_user, user_id, {"run": run_id})
    await with_retry(manager.send_to_user, run_id, {"user": user_id})
