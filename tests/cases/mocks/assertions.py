"""Assertions on mocks."""

from unittest.mock import AsyncMock, MagicMock


async def main(manager, run_id, user_id):
    mock = MagicMock()
    mock.send_message = AsyncMock()
    await mock.send_message(user_id, {"n": 1})
    mock.send_message.assert_called_with(user_id, {"n": 1})
    mock.send_to_user.assert_not_called()
    mock.send_to_user(user_id, run_id)
    mock.send_to_user.assert_called_with(user_id, run_id)
    await manager.send_to_user(user_id, {"n": 1})
