"""Services in layers: the route handler, the service, the gateway; the id is checked once."""


class Gateway:
    def __init__(self, manager):
        self._manager = manager

    async def push(self, target, message):
        await self._manager.send_to_user(target, message)


class NotificationService:
    def __init__(self, gateway, users):
        self._gateway = gateway
        self._users = users

    async def notify(self, target, message):
        if target in self._users:
            await self._gateway.push(target, message)

    async def notify_checked(self, target, message):
        if target.startswith("run_"):
            target = self._users[0] if self._users else ""
        if target:
            await self._gateway.push(target, message)

    async def notify_unchecked(self, target, message):
        await self._gateway.push(target, message)


async def handle(service, body):
    await service.notify_checked(body["target"], {"text": body["text"]})


async def main(manager, run_id, user_key):
    service = NotificationService(Gateway(manager), [user_key, "someone"])
    for target in (run_id, user_key):
        await service.notify(target, {"n": 1})
        await handle(service, {"target": target, "text": "hi"})
    await service.notify_unchecked(user_key, {"n": 3})
    await service.notify_unchecked(run_id, {"n": 4})
