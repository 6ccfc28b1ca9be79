"""A callback that sends."""


async def process(items, on_item):
    for item in items:
        await on_item(item)


async def main(manager, run_id, user_id):
    async def tell(recipient):
        await manager.send_to_user(recipient, {"processed": True})

    await process([user_id], tell)
    await process([run_id], tell)
