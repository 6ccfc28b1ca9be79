"""The inherited helper is repaired in one subclass only."""


class CommunicationMixin:
    def _get_target(self, run_id):
        return self.owner or run_id

    async def _update(self, run_id, body):
        await self.ws.send_message(self._get_target(run_id), body)


class BaseSubAgent:
    def __init__(self, ws, owner):
        self.ws = ws
        self.owner = owner


class TriageAgent(CommunicationMixin, BaseSubAgent):
    async def go(self, run_id):
        await self._update(run_id, {"n": 1})


class RepairedAgent(CommunicationMixin, BaseSubAgent):
    def _get_target(self, run_id):
        return self.owner or "operator"

    async def go(self, run_id):
        target = self._get_target(run_id)
        await self.ws.send_message(target, {"n": 2})


async def main(manager, run_id, user_id):
    await TriageAgent(manager, user_id).go(run_id)
    await RepairedAgent(manager, user_id).go(run_id)
