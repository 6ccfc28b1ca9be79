"""Notifiers are objects that are called, kept in lists, composed and awaited."""


class NotifyUser:
    def __init__(self, ws, select):
        self.ws = ws
        self.select = select

    async def __call__(self, event):
        await self.ws.send_to_user(self.select(event), {"type": event["type"]})


class Chain:
    def __init__(self, *parts):
        self.parts = parts

    def __or__(self, other):
        return Chain(*self.parts, other)

    async def __call__(self, event):
        for part in self.parts:
            await part(event)


class When:
    def __init__(self, kind, inner):
        self.kind = kind
        self.inner = inner

    async def __call__(self, event):
        if event["type"] == self.kind:
            await self.inner(event)


class Field:
    def __init__(self, name):
        self.name = name

    def __call__(self, event):
        return event[self.name]


async def main(manager, run_id, user_id):
    to_owner = NotifyUser(manager, Field("owner"))
    to_job = NotifyUser(manager, Field("job"))
    event = {"type": "started", "owner": user_id, "job": run_id}
    await Chain(to_owner, When("started", to_owner))(event)
    await (Chain(to_owner) | When("started", to_job))(event)
    await (Chain() | When("ended", NotifyUser(manager, Field("job"))))(event)
