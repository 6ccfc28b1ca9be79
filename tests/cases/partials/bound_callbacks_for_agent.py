"""An agent takes callbacks; its creator binds recipients with partial."""

from functools import partial


class StreamingAgent:
    def __init__(self, on_token=None, on_error=None, on_end=None):
        self.on_token = on_token or _ignore
        self.on_error = on_error or _ignore
        self.on_end = on_end

    async def stream(self, text):
        for token in text.split():
            await self.on_token({"token": token})
        if "boom" in text:
            await self.on_error({"error": "boom"})
        if self.on_end is not None:
            await self.on_end({"end": True})


async def _ignore(message):
    return None


async def forward(ws, recipient, message):
    await ws.send_to_user(recipient, message)


def build_agent(ws, owner, job):
    return StreamingAgent(
        on_token=partial(forward, ws, owner),
        on_error=partial(ws.send_to_user, job),
        on_end=partial(forward, ws, owner),
    )


class EndlessAgent(StreamingAgent):
    async def stream(self, text):
        await self.on_token({"token": text})
        await self.on_end({"end": False})


async def main(manager, run_id, user_id):
    await build_agent(manager, user_id, run_id).stream("a b boom")

    async def finish(message):
        await manager.send_to_user(run_id, message)

    await EndlessAgent(on_end=finish).stream("c")
