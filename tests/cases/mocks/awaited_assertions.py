"""Assertions on awaited mocks, through attributes and aliases."""

from unittest.mock import AsyncMock, call


class Agent:
    def __init__(self, hub):
        self.hub = hub

    async def go(self, user_id):
        await self.hub.send_to_user(user_id, {"n": 1})


async def main(manager, run_id, user_id):
    hub = AsyncMock()
    agent = Agent(hub)
    await agent.go(user_id)
    agent.hub.send_to_user.assert_awaited_once_with(user_id, {"n": 1})
    assert call.send_to_user(run_id, {"n": 1}) not in agent.hub.mock_calls
    assert hub.send_to_user.await_args != call(run_id, {"n": 1})
    sent = [c.args[0] for c in hub.send_to_user.call_args_list]
    await manager.send_to_user(sent[0], {"n": 2})
