"""A closure sees the variable's last value."""


async def main(manager, run_id, user_id):
    recipient = run_id

    async def notify():
        await manager.send_to_user(recipient, {"late": True})

    recipient = user_id
    await notify()
