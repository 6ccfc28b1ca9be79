"""Messages enter the buffer in the order in which they failed."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from netra_lint.runtime.buffers import MessageBuffer


class Appender:
    """Appends one message after the other, also to a buffer behind several connections.

    Its lock is held while the buffer is written to, never while a message is sent.

    Args:
        buffer: where the messages go.
        patience: seconds; while the buffer fails, a message that has waited longer for its turn
            fails like the one before it, so that a server that hangs is not asked for each.
    """

    def __init__(self, buffer: MessageBuffer, patience: float = 5.0):
        self._buffer = buffer
        self._patience = patience
        self._failure: Exception | None = None
        self._lock = asyncio.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None

    async def append(
        self, recipient: str, text: str, users: Collection[str], taken: Collection[str]
    ) -> None:
        """Append a message when its turn has come; see ``MessageBuffer.append``.

        Raises:
            Exception: whatever the buffer raises.
        """
        loop = asyncio.get_running_loop()
        if self._loop is not loop:  # a lock belongs to one loop, a manager may outlive it
            self._loop, self._lock = loop, asyncio.Lock()
        begin = loop.time()
        async with self._lock:
            if self._failure is not None and loop.time() - begin > self._patience:
                raise self._failure
            try:
                await self._buffer.append(recipient, text, users, taken)
                self._failure = None
            except Exception as error:
                self._failure = error
                raise
