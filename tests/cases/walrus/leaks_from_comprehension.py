"""A walrus in a comprehension binds in the function around it."""


async def main(manager, run_id, user_id):
    candidates = ["lobby", run_id]
    if any((hit := each).startswith("run_") for each in candidates):
        await manager.send_to_user(hit, {"n": 1})
    names = [last := text.upper() for text in ("a", "b")]
    await manager.send_to_user(last, {"n": 2, "names": names})
