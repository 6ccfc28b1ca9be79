"""A manager belongs to one event loop at a time, and may outlive it."""

from __future__ import annotations

import asyncio

from netra_lint.runtime import WebSocketManager
from tests.runtime.test_retry import Uneven


def test_a_manager_may_outlive_its_loop() -> None:
    manager = WebSocketManager(Uneven())

    async def send() -> None:
        sends = [manager.send_to_user("user_1", {"n": n}, retry=True) for n in range(3)]
        await asyncio.gather(*sends)

    for _ in range(2):
        asyncio.run(send())
    assert asyncio.run(manager.buffer_status("user_1")).waiting == 6
