"""The message-first signature is inherited, and used through a wrapper."""


class Base:
    def __init__(self, transport):
        self.transport = transport

    async def send_to_user(self, message, user_id):
        await self.transport.send_to_user(user_id, message)


class Outlet(Base):
    async def finish(self, run_id, user_id):
        await self.send_to_user({"run_id": run_id}, user_id)
        await self.send_to_user(run_id, user_id)


async def main(manager, run_id, user_id):
    outlet = Outlet(manager)
    await outlet.finish(run_id, user_id)
    await outlet.send_to_user(message=run_id, user_id=user_id)
    await outlet.send_to_user(user_id, run_id)
