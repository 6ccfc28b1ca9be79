"""Two items in one `with`."""

from contextlib import nullcontext


async def main(manager, run_id, user_id):
    with nullcontext(user_id) as user, nullcontext(run_id) as run:
        await manager.send_to_user(user, {"run": run})
        await manager.send_to_user(run, {"user": user})
