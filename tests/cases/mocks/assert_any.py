"""`assert_any_call` with a run id first."""

from unittest.mock import MagicMock, call


async def main(manager, run_id, user_id):
    hub = MagicMock()
    hub.send_to_thread.return_value = run_id
    assert hub.send_to_thread.call_args_list == []
    expected = [call.send_to_user(run_id, {})]
    assert expected
    await manager.send_to_user(user_id, {"mocked": True})
