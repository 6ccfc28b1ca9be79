"""A class maps message types to its own methods."""


class MessageRouter:
    def __init__(self, ws):
        self.ws = ws
        self._routes = {
            "start_agent": self._handle_start,
            "user_message": self._handle_message,
            "stop_agent": self._handle_stop,
        }

    async def handle(self, envelope):
        handler = self._routes.get(envelope["type"], self._handle_unknown)
        await handler(envelope["payload"])

    async def _handle_start(self, payload):
        await self.ws.send_to_user(payload["ref"], {"started": True})

    async def _handle_message(self, payload):
        await self.ws.send_to_user(payload["sender"], {"echo": payload["ref"]})

    async def _handle_stop(self, payload):
        sender = payload.get("sender")
        if sender:
            await self.ws.send_to_user(sender, {"stopped": True})

    async def _handle_unknown(self, payload):
        await self.ws.send_to_user(payload.get("sender", ""), {"error": "unknown"})


async def main(manager, run_id, user_id):
    router = MessageRouter(manager)
    for kind in ("start_agent", "user_message", "stop_agent", "nonsense"):
        await router.handle({"type": kind, "payload": {"ref": run_id, "sender": user_id}})
