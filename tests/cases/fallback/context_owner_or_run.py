"""Recipients are chosen from a context with fallbacks, in several places."""

from dataclasses import dataclass


@dataclass
class AgentContext:
    user_id: str | None
    thread_id: str | None
    run_id: str

    @property
    def recipient(self):
        return self.user_id or self.run_id

    @property
    def room(self):
        return self.thread_id or ""


class StatusEmitter:
    def __init__(self, ws, context):
        self.ws = ws
        self.context = context

    async def started(self):
        await self.ws.send_to_user(self.context.recipient, {"type": "started"})

    async def thinking(self):
        ctx = self.context
        if ctx.user_id:
            await self.ws.send_to_user(ctx.recipient, {"type": "thinking"})

    async def chat(self, text):
        room = self.context.room
        if room:
            await self.ws.send_to_thread(room, {"text": text})

    async def completed(self):
        target = self.context.user_id
        if not target:
            target = self.context.run_id
        await self.ws.send_to_user(target, {"type": "completed"})

    async def closed(self):
        target = self.context.user_id
        if target is None:
            return
        await self.ws.send_to_user(target, {"type": "closed"})


async def main(manager, run_id, user_id, thread_id):
    emitter = StatusEmitter(manager, AgentContext(user_id, thread_id, run_id))
    await emitter.started()
    await emitter.thinking()
    await emitter.chat("hi")
    await emitter.completed()
    await emitter.closed()
