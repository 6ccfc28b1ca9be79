"""An async generator yields events; each says whom it concerns."""


class Stream:
    def __init__(self, run_id, user_id):
        self.run_id = run_id
        self.user_id = user_id

    async def events(self):
        yield {"kind": "started", "to": self.user_id}
        yield {"kind": "done", "to": self.user_id}

    async def traces(self):
        for kind in ("started", "done"):
            yield kind, self.run_id


async def main(manager, run_id, user_id):
    stream = Stream(run_id, user_id)
    async for event in stream.events():
        if event["to"]:
            await manager.send_to_user(event["to"], {"kind": event["kind"]})
    async for kind, target in stream.traces():
        await manager.send_to_user(target, {"kind": kind})
    targets = [target async for _, target in stream.traces()]
    await manager.send_to_user(targets[0], {"kind": "last"})
