"""A mock with a spec, and one that wraps a real manager."""

from unittest.mock import AsyncMock, create_autospec


class Manager:
    def __init__(self, transport):
        self.transport = transport

    async def send_to_user(self, user_id, message):
        return await self.transport.send_to_user(user_id, message)


async def main(manager, run_id, user_id):
    spec = create_autospec(Manager, instance=True)
    await spec.send_to_user(user_id, {"run_id": run_id})
    spec.send_to_user.assert_awaited_once_with(user_id, {"run_id": run_id})
    real = Manager(manager)
    wrapped = AsyncMock(wraps=real)
    await wrapped.send_to_user(user_id, {"n": 1})
    wrapped.send_to_user.assert_awaited_once_with(user_id, {"n": 1})
    assert wrapped.send_to_user.await_args.args[0] != run_id
