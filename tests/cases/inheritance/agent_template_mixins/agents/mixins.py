class WebSocketMixin:
    async def emit(self, kind, payload):
        await self._deliver(self.state["target"], {"type": kind, "payload": payload})

    async def _deliver(self, target, event):
        await self.websocket.send_to_user(target, event)


class OwnerAddressed:
    def address_of(self, request):
        return request["owner"]


class JobAddressed:
    def address_of(self, request):
        return request["job"]
