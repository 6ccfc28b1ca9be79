"""An async iteration over recipients."""


async def recipients(run_id, user_id):
    yield user_id
    yield run_id


async def main(manager, run_id, user_id):
    async for recipient in recipients(run_id, user_id):
        await manager.send_to_user(recipient, {"type": "stream"})
