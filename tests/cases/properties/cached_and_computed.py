"""Properties compute the recipient."""

from functools import cached_property


class Agent:
    def __init__(self, run_id, user_id):
        self._run = run_id
        self._user = user_id

    @property
    def recipient(self):
        return self._user or "operator"

    @cached_property
    def channel(self):
        return self._user or self._run

    @property
    def has_user(self):
        return self._user is not None


async def main(manager, run_id, user_id):
    agent = Agent(run_id, user_id)
    await manager.send_to_user(agent.recipient, {"n": 1})
    await manager.send_to_user(agent.channel, {"n": 2})
    if agent.has_user:
        await manager.send_to_user(agent._user, {"n": 3})
    who = agent._user if agent.has_user else agent._run
    await manager.send_to_user(who, {"n": 4})
