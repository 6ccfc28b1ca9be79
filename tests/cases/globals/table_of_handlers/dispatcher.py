from settings import DEFAULT_ROUTE, ROUTES


class Dispatcher:
    def __init__(self, ws):
        self.ws = ws

    async def dispatch(self, kind, scope):
        route = ROUTES.get(kind, DEFAULT_ROUTE)
        handler = getattr(self, route["handler"])
        await handler(scope[route["audience"]], kind)

    async def on_status(self, who, kind):
        await self.ws.send_to_user(who, {"status": kind})

    async def on_failure(self, who, kind):
        await self.ws.send_to_user(who, {"failure": kind})
