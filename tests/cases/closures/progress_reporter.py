"""A factory gives every step its own reporter."""


def reporter(manager, target):
    count = 0

    async def report(text):
        nonlocal count
        count += 1
        await manager.send_to_user(target, {"text": text, "count": count})

    return report


async def main(manager, run_id, user_id):
    right = reporter(manager, user_id)
    wrong = reporter(manager, target=run_id)
    await right("a")
    await wrong("b")
    await right(run_id)
