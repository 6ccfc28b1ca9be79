"""A subclass overrides the property that its base reads."""


class BaseNotifier:
    def __init__(self, ws, job, person):
        self.ws = ws
        self.job = job
        self.person = person

    @property
    def address(self):
        return self.job

    async def notify(self, text):
        await self.ws.send_to_user(self.address, {"text": text})


class PersonNotifier(BaseNotifier):
    @property
    def address(self):
        return self.person or "operator"


async def main(manager, run_id, user_id):
    await PersonNotifier(manager, run_id, user_id).notify("right")
