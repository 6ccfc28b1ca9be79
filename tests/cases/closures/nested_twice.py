"""Two levels of nested functions, with a name shadowed on the way."""


async def main(manager, run_id, user_id):
    target = run_id

    async def outer(target):
        async def inner():
            await manager.send_to_user(target, {"level": 2})

        await inner()

    async def direct():
        async def deep():
            await manager.send_to_user(target, {"level": "deep"})

        return await deep()

    await outer(user_id)
    await direct()
