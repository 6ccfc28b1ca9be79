"""`getattr` finds the handler by a name made of the event's kind."""


class Dispatcher:
    def __init__(self, ws):
        self.ws = ws

    async def dispatch(self, kind, data):
        handler = getattr(self, f"on_{kind}", self.on_unknown)
        await handler(data)

    async def on_started(self, data):
        await self.ws.send_to_user(data["owner"], {"n": 1})

    async def on_finished(self, data):
        await self.ws.send_to_user(data["run_id"], {"n": 2})

    async def on_unknown(self, data):
        await self.ws.send_to_user("operator", data)


async def main(manager, run_id, user_id):
    dispatcher = Dispatcher(manager)
    for kind in ("started", "finished", "other"):
        await dispatcher.dispatch(kind, {"owner": user_id, "run_id": run_id})
