"""A service that nothing is known of."""


async def convert(service, run_id):
    return await service.resolve_user(run_id)


class Service:
    def __init__(self, user_id):
        self.user_id = user_id

    async def resolve_user(self, identifier):
        return self.user_id


async def main(manager, run_id, user_id):
    recipient = await convert(Service(user_id), run_id)
    await manager.send_to_user(recipient, {"run": run_id})
