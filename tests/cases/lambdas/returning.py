"""A lambda that returns the run id."""


async def main(manager, run_id, user_id):
    pick = lambda: run_id  # noqa: E731
    await manager.send_to_user(pick(), {"n": 1})
    choose = lambda first, second: second or first  # noqa: E731
    await manager.send_to_user(choose("nobody", user_id), {"n": 2})
