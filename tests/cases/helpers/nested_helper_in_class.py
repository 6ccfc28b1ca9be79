"""Private helpers that call each other three deep."""


class SyntheticDataAgent:
    def __init__(self, ws, owner):
        self.ws = ws
        self.owner = owner

    def _resolve(self, job):
        return self._resolve_owner() or self._resolve_default(job)

    def _resolve_owner(self):
        return self.owner

    def _resolve_default(self, job):
        return self._last(job)

    @staticmethod
    def _last(job):
        return f"{job}"

    def _resolve_safe(self, job):
        return self._resolve_owner() or self._name_of(job)

    @staticmethod
    def _name_of(job):
        return "job " + job

    async def notify(self, job, body):
        await self.ws.send_to_user(self._resolve(job), body)

    async def notify_safe(self, job, body):
        await self.ws.send_to_user(self._resolve_safe(job), body)


async def main(manager, run_id, user_id):
    agent = SyntheticDataAgent(manager, user_id)
    await agent.notify(run_id, {"n": 1})
    await agent.notify_safe(run_id, {"n": 2})
