"""A connection that remembers what it got, for tests."""

from __future__ import annotations

import asyncio
import json
from typing import Any


class RecordingConnection:
    """Stands for a browser: the manager sends to it, a test reads from it.

    Args:
        name: what failure messages call it.
        delay: seconds that it takes for each message.

    Attributes:
        messages: all messages so far, as they come out of JSON on the other side.
        closed: whether it was closed.
    """

    def __init__(self, name: str = "client", delay: float = 0.0):
        self.name = name
        self.messages: list[Any] = []
        self.closed = False
        self._delay = delay
        self._read = 0
        self._waiters: list[asyncio.Future[None]] = []

    async def send_json(self, data: Any) -> None:
        """Take a message, as the manager sends it.

        Raises:
            ConnectionError: if the connection is closed.
        """
        text = json.dumps(data)
        if self._delay:
            await asyncio.sleep(self._delay)
        if self.closed:
            raise ConnectionError(f"{self.name} is closed")
        self.messages.append(json.loads(text))
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)

    async def close(self) -> None:
        """Close the connection: it takes no more messages."""
        self.closed = True

    async def receive(self, timeout: float = 1.0) -> Any:
        """Return the oldest message that was not received yet, and wait for it if need be.

        Args:
            timeout: seconds to wait.

        Raises:
            TimeoutError: if none comes in time.
        """
        loop = asyncio.get_running_loop()
        end = loop.time() + timeout
        while self._read >= len(self.messages):
            waiter: asyncio.Future[None] = loop.create_future()
            self._waiters.append(waiter)
            await asyncio.wait([waiter], timeout=end - loop.time())
            self._waiters.remove(waiter)
            if self._read >= len(self.messages) and loop.time() >= end:
                raise TimeoutError(f"{self.name} received no message within {timeout:g} s")
        self._read += 1
        return self.messages[self._read - 1]

    def __repr__(self) -> str:
        return f"<{self.name}: {len(self.messages)} messages>"
