"""Mocks record calls; asserting on them sends nothing."""

from unittest.mock import AsyncMock, MagicMock


async def main(manager, run_id, user_id):
    fake = AsyncMock()
    await fake.send_to_user(run_id, {"n": 1})
    fake.send_to_user.assert_called_once_with(run_id, {"n": 1})
    hub = MagicMock()
    hub.send_message(run_id, {})
    hub.send_message.assert_called_with(run_id, {})
    if user_id:
        await manager.send_to_user(user_id, {"n": 2})
