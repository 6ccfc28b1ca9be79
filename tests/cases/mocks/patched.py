"""`patch.object` and `assert_has_calls` with run ids."""

from unittest.mock import AsyncMock, call, patch


class Hub:
    def __init__(self, transport):
        self.transport = transport

    async def send_message(self, user_id, message):
        await self.transport.send_to_user(user_id, message)


async def main(manager, run_id, user_id):
    hub = Hub(manager)
    with patch.object(hub, "send_message", new=AsyncMock()) as fake:
        await hub.send_message(user_id, {"run_id": run_id})
        fake.assert_has_calls([call(user_id, {"run_id": run_id})])
        assert fake.call_count == 1
    await hub.send_message(user_id, {"n": 2})
    await hub.send_message(run_id, {"n": 3})
