"""A method returns a closure over the object and over its argument."""


class Agent:
    def __init__(self, ws, owner):
        self.ws = ws
        self.owner = owner

    def reporter(self, job):
        async def report(body):
            await self.ws.send_to_user(self.owner, {"job": job, **body})

        return report

    def job_reporter(self, job):
        async def report(body):
            await self.ws.send_to_user(job, {"owner": self.owner, **body})

        return report


async def main(manager, run_id, user_id):
    agent = Agent(manager, user_id)
    await agent.reporter(run_id)({"n": 1})
    report = agent.job_reporter(run_id)
    await report({"n": 2})
