"""A third method resets what the first one set."""


class Stream:
    def __init__(self, hub, user_id):
        self.hub, self.user = hub, user_id
        self.to = user_id

    def begin(self, run_id):
        self.to = run_id

    def reset(self):
        self.to = self.user

    async def push(self, text):
        await self.hub.send_to_user(self.to, {"text": text})


async def main(manager, run_id, user_id):
    stream = Stream(manager, user_id)
    stream.begin(run_id)
    stream.reset()
    await stream.push("clean")
