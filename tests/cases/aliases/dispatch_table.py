"""A table of methods."""


async def main(manager, run_id, user_id, thread_id):
    table = {"user": manager.send_to_user, "thread": manager.send_to_thread}
    await table["user"](user_id, {"n": 1})
    await table["thread"](thread_id, {"n": 2})
    await table["user"](run_id, {"n": 3})
    for send in table.values():
        await send(run_id, {"n": 4})
