"""Updates stream out of an asynchronous generator with their recipients."""


async def updates(run_id, user_id):
    yield {"to": user_id, "n": 1}
    for step in range(2):
        yield {"to": user_id, "n": step}


async def raw(run_id, user_id):
    yield run_id, {"n": 1}
    yield user_id, {"n": 2}


async def main(manager, run_id, user_id):
    async for update in updates(run_id, user_id):
        await manager.send_to_user(update["to"], update)
    async for to, body in raw(run_id, user_id):
        await manager.send_to_user(to, body)
