"""`while True` with a break in the middle."""


async def wait_for_owner(source):
    attempts = 0
    while True:
        owner = source[min(attempts, len(source) - 1)]
        attempts += 1
        if owner is not None:
            break
        if attempts > 3:
            owner = "nobody"
            break
    return owner


async def main(manager, run_id, user_id):
    await manager.send_to_user(await wait_for_owner([None, user_id]), {"run": run_id})
    await manager.send_to_user(await wait_for_owner([None, run_id]), {"n": 2})
