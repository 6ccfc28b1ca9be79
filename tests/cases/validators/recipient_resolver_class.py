"""A resolver raises, converts or passes on, before something is sent."""


class RoutingError(ValueError):
    pass


class RecipientResolver:
    RUN_PREFIX = "run_"

    def __init__(self, owners):
        self._owners = owners

    def is_run(self, value):
        return isinstance(value, str) and value.startswith(self.RUN_PREFIX)

    def strict(self, value):
        if not value or self.is_run(value):
            raise RoutingError(value)
        return value

    def lenient(self, value):
        if self.is_run(value):
            return self._owners.get(value)
        return value

    def logging_only(self, value):
        if self.is_run(value):
            print("suspicious recipient")
        return value


class Gateway:
    def __init__(self, ws, resolver):
        self.ws = ws
        self.resolver = resolver

    async def send_strict(self, who, message):
        await self.ws.send_to_user(self.resolver.strict(who), message)

    async def send_lenient(self, who, message):
        who = self.resolver.lenient(who)
        if who is not None:
            await self.ws.send_to_user(who, message)

    async def send_logged(self, who, message):
        await self.ws.send_to_user(self.resolver.logging_only(who), message)


async def main(manager, run_id, user_id):
    gateway = Gateway(manager, RecipientResolver({run_id: user_id}))
    await gateway.send_lenient(run_id, {"n": 1})
    await gateway.send_logged(run_id, {"n": 2})
    if user_id:
        await gateway.send_strict(user_id, {"n": 3})
    try:
        await gateway.send_strict(run_id, {"n": 4})
    except RoutingError:
        await manager.send_to_user(user_id, {"error": "routing"})
