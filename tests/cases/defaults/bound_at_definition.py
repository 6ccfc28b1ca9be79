"""A default is evaluated where the function is defined."""


async def main(manager, run_id, user_id):
    value = run_id

    async def send(to=value):
        await manager.send_to_user(to, {"n": 1})

    value = user_id
    await send()
    await send(value)
