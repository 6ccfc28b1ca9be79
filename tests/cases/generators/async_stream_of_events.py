"""An async generator method streams events that carry two ids."""


class Stream:
    def __init__(self, job, owner):
        self.job = job
        self.owner = owner

    async def events(self, count):
        for index in range(count):
            yield {"index": index, "to": self.owner, "job": self.job}
        yield {"index": count, "to": self.job, "job": self.job}


class FixedStream(Stream):
    async def events(self, count):
        async for event in super().events(count):
            yield {**event, "to": self.owner}


async def main(manager, run_id, user_id, count):
    async for event in Stream(run_id, user_id).events(count):
        await manager.send_to_user(event["to"], {"index": event["index"]})
    async for event in FixedStream(run_id, user_id).events(count):
        await manager.send_to_user(event["to"], {"index": event["index"]})
