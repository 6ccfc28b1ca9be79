"""`None` defaults filled from the object, in two ways."""


class Reporter:
    def __init__(self, ws, job, owner):
        self.ws = ws
        self.job = job
        self.owner = owner

    async def right(self, body, who=None):
        who = who or self.owner or "operator"
        await self.ws.send_to_user(who, body)

    async def wrong(self, body, who=None):
        if who is None:
            who = self.owner if self.owner else self.job
        await self.ws.send_to_user(who, body)


async def main(manager, run_id, user_id):
    reporter = Reporter(manager, run_id, user_id)
    await reporter.right({"run": run_id})
    await reporter.right({"run": run_id}, "lobby")
    await reporter.wrong({"n": 3})
    await reporter.wrong({"n": 4}, who="lobby")
