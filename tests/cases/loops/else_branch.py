"""A loop's else."""


async def main(manager, run_id, user_id, count):
    for index in range(count):
        if index == 2:
            target = user_id
            break
    else:
        target = run_id
    await manager.send_to_user(target, {"count": count})
