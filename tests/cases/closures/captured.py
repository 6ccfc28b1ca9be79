"""A nested function captures the run id."""


async def main(manager, run_id, user_id):
    identifier = run_id
    owner = user_id

    async def notify(text):
        await manager.send_to_user(identifier, {"text": text})

    async def notify_owner(text):
        await manager.send_to_user(owner, {"text": text})

    await notify("started")
    await notify_owner("started")
