"""Return values and side effects of mocks carry a run id around."""

from unittest.mock import AsyncMock, Mock


async def main(manager, run_id, user_id):
    store = Mock()
    store.last.return_value = run_id
    store.owner.return_value = user_id
    fetch = AsyncMock(return_value={"owner": user_id})
    row = await fetch(run_id)
    await manager.send_to_user(row["owner"], {"n": 1})
    await manager.send_to_user(store.owner(run_id), {"last": store.last()})
    fetch.assert_awaited_with(run_id)
