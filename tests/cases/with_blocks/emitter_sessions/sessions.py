from contextlib import AsyncExitStack, asynccontextmanager


class Emitter:
    def __init__(self, ws, address):
        self.ws = ws
        self.address = address
        self.sent = 0

    async def emit(self, kind):
        self.sent += 1
        await self.ws.send_to_user(self.address, {"kind": kind})


class EmitterSession:
    def __init__(self, ws, address, about):
        self.emitter = Emitter(ws, address)
        self.about = about
        self.stack = AsyncExitStack()

    async def __aenter__(self):
        self.stack.push_async_callback(self.emitter.emit, "closed")
        await self.emitter.emit("opened")
        return self.emitter

    async def __aexit__(self, *details):
        await self.stack.aclose()


@asynccontextmanager
async def emitter_for(ws, scope, key="owner"):
    emitter = Emitter(ws, scope[key])
    yield emitter.emit
    await ws.send_to_user(scope["owner"], {"sent": emitter.sent})
