"""A property of a property, with a fallback at the end."""


class Identity:
    def __init__(self, run_id, user_id):
        self._run_id = run_id
        self._user_id = user_id

    @property
    def person(self):
        return self._user_id or self._job

    @property
    def _job(self):
        return self._run_id


class Agent:
    def __init__(self, ws, identity):
        self.ws = ws
        self.identity = identity

    @property
    def recipient(self):
        return self.identity.person

    @property
    def label(self):
        return f"agent of {self.identity._job}"

    async def go(self):
        await self.ws.send_to_user(self.label, {"n": 1})
        await self.ws.send_to_user(self.recipient, {"n": 2})


async def main(manager, run_id, user_id):
    await Agent(manager, Identity(run_id, user_id)).go()
