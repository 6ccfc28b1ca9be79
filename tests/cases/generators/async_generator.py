"""An async generator of events."""


class Stream:
    def __init__(self, run_id, user_id):
        self.run_id, self.user_id = run_id, user_id

    async def events(self):
        yield {"to": self.user_id, "text": "a"}
        yield {"to": self.run_id, "text": "b"}


async def main(manager, run_id, user_id):
    async for event in Stream(run_id, user_id).events():
        await manager.send_to_user(event["to"], {"text": event["text"]})
