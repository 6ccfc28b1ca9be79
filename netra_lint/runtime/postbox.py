"""Between the buffer and the connections: what is undelivered waits, and is replayed."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from netra_lint.runtime.appending import Appender
from netra_lint.runtime.buffers.base import UNAVAILABLE, BufferStatus
from netra_lint.runtime.connection import open_among
from netra_lint.runtime.messages import restore
from netra_lint.runtime.registry import unique

if TYPE_CHECKING:
    from collections.abc import Collection

    from netra_lint.runtime.buffers import MessageBuffer, Waiting
    from netra_lint.runtime.connection import Connection
    from netra_lint.runtime.messages import Outgoing
    from netra_lint.runtime.registry import Registry

logger = logging.getLogger("netra_lint.runtime")


class Postbox:
    """Keeps what could not be delivered, and replays it to connections that lack it.

    A buffer that fails makes no send fail: it is logged at ERROR, and what is lost is counted.
    """

    def __init__(self, buffer: MessageBuffer, registry: Registry, counts: Counter[str]):
        self._buffer = buffer
        self._appender = Appender(buffer)
        self._registry = registry
        self._counts = counts
        self._unavailable: Counter[str] = Counter()

    async def keep(
        self, recipient: str, message: Outgoing, users: Collection[str], taken: Collection[str]
    ) -> None:
        """Buffer a message for users, and replay it to who connected in the meantime."""
        users = unique(users)
        try:
            await self._appender.append(recipient, message.text, users, taken)
        except Exception as error:
            self._lose(error, recipient, *users)
            return
        self._counts["buffered"] += 1
        if not users:
            users = unique(self._registry.members(recipient))
            await self.adopt(recipient, users)
        for user in users:
            await self.replay_to(user)

    async def adopt(self, thread_id: str, users: Collection[str]) -> None:
        """Give users what was sent to a thread before anybody was in it."""
        if users:
            try:
                await self._buffer.adopt(thread_id, users)
            except Exception as error:
                logger.error("the buffer failed for %s: %s", thread_id, error)

    async def replay_to(self, user_id: str) -> None:
        """Replay to all connections of a user."""
        connections = open_among(self._registry.of_user(user_id))
        if connections:
            await asyncio.gather(*map(self.replay, connections))

    async def replay(self, connection: Connection) -> None:
        """Send a connection what waits for its user, before anything newer."""
        connection.again = True
        if connection.replaying:
            return
        connection.hold()
        connection.replaying = True
        try:
            while connection.again:
                connection.again = False
                await self._drain(connection)
        except Exception as error:
            logger.error("the buffer failed for %s: %s", connection.user_id, error)
        finally:
            connection.replaying = False
            connection.release()

    async def status(self, recipient: str) -> BufferStatus:
        """Return the buffer's status, with what was lost because it failed."""
        lost = self._unavailable.get(recipient, 0)
        try:
            status = await self._buffer.status(recipient)
        except Exception as error:
            logger.error("the buffer failed for %s: %s", recipient, error)
            status = BufferStatus(recipient)
        if not lost:
            return status
        return replace(status, dropped={**status.dropped, UNAVAILABLE: lost})

    async def _drain(self, connection: Connection) -> None:
        after = 0
        while entries := await self._buffer.waiting(connection.user_id, after):
            for entry in entries:
                if not await self._hand_over(connection, entry):
                    return
            after = entries[-1].sequence

    async def _hand_over(self, connection: Connection, entry: Waiting) -> bool:
        """Send one message unless the connection has it; return whether it may go on."""
        if _has(connection, entry):
            return True
        if not await connection.post(restore(entry.text), urgent=True):
            return False
        connection.replayed.add(entry.sequence)
        self._counts.update(("delivered", "replayed"))
        others = open_among(self._registry.of_user(connection.user_id))
        if all(_has(other, entry) for other in others):
            await self._buffer.delivered(connection.user_id, entry.sequence)
            for other in others:
                other.replayed.discard(entry.sequence)
        return True

    def _lose(self, error: Exception, *recipients: str) -> None:
        logger.error("the buffer failed, a message for %s is lost: %s", recipients[0], error)
        self._unavailable.update(set(recipients))


def _has(connection: Connection, entry: Waiting) -> bool:
    return entry.sequence in connection.replayed or connection.id in entry.taken
