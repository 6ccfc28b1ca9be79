"""Events are dispatched to methods by a naming convention."""


class EventReceiver:
    def __init__(self, ws):
        self.ws = ws

    async def dispatch(self, event, **data):
        method = getattr(self, f"on_{event}", None)
        if method is None:
            return await self.on_default(event, **data)
        return await method(**data)

    async def on_default(self, event, **data):
        if data.get("owner"):
            await self.ws.send_to_user(data["owner"], {"event": event})


class AgentReceiver(EventReceiver):
    async def on_started(self, owner, job):
        await self.ws.send_to_user(job, {"started": True})

    async def on_finished(self, owner, job):
        await self.ws.send_to_user(owner, {"finished": job})


async def main(manager, run_id, user_id):
    receiver = AgentReceiver(manager)
    await receiver.dispatch("started", owner=user_id, job=run_id)
    await receiver.dispatch("finished", owner=user_id, job=run_id)
    await receiver.dispatch("paused", owner=user_id, job=run_id)
