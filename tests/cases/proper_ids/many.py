"""Many right sends."""


class Audience:
    def __init__(self, hub):
        self.hub = hub
        self.users = set()
        self.runs = set()

    def join(self, user_id, run_id):
        self.users.add(user_id)
        self.runs.add(run_id)

    async def say(self, text):
        for user in list(self.users):
            await self.hub.send_to_user(user, {"text": text, "runs": sorted(self.runs)})


async def main(manager, run_id, user_id):
    audience = Audience(manager)
    audience.join(user_id, run_id)
    await audience.say("hello")
    await audience.say(f"from {run_id}")
