"""Cooperative `__init__`s hand keyword arguments along the bases."""


class HasWs:
    def __init__(self, *, ws, **rest):
        super().__init__(**rest)
        self.ws = ws


class HasOwner:
    def __init__(self, *, owner, **rest):
        super().__init__(**rest)
        self.owner = owner


class Reporter(HasWs, HasOwner):
    def __init__(self, *, job, **rest):
        super().__init__(**rest)
        self.job = job

    async def go(self):
        await self.ws.send_to_user(self.owner, {"job": self.job})
        await self.ws.send_to_user(self.job, {"owner": self.owner})


async def main(manager, run_id, user_id):
    await Reporter(ws=manager, owner=user_id, job=run_id).go()
