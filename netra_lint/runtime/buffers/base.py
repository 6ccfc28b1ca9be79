"""What a buffer of undelivered messages must do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection

# Why a message was dropped.
RECIPIENT, TOTAL, AGE, UNAVAILABLE = "recipient", "total", "age", "unavailable"


@dataclass(frozen=True)
class BufferLimits:
    """How much may wait; None is no limit. The oldest message goes first.

    Attributes:
        per_recipient: messages for one user or thread.
        total: messages altogether.
        max_age: seconds that a message may wait.
    """

    per_recipient: int | None = 1_000
    total: int | None = 100_000
    max_age: float | None = 3_600.0


@dataclass(frozen=True)
class Waiting:
    """A message that waits for a user.

    Attributes:
        sequence: its number in the whole buffer; older messages have smaller ones.
        recipient: the thread or user that it was sent to.
        text: the message as JSON.
        taken: ids of those connections of its users that have it already.
    """

    sequence: int
    recipient: str
    text: str
    taken: frozenset[str] = frozenset()


@dataclass(frozen=True)
class BufferStatus:
    """What waits for a recipient, and what was lost.

    All that was ever buffered for a user was delivered, waits or was dropped; so whoever keeps
    the epoch and the offset knows whether something was missed in between.

    Attributes:
        recipient: a user or a thread.
        waiting: how many messages wait; for a user, those sent to their threads as well.
        oldest_age: seconds that the oldest of them has waited, or None.
        dropped: how many were dropped, by reason: ``recipient`` (too many for it), ``total``
            (too many altogether), ``age`` (too old), ``unavailable`` (the buffer failed).
        offset: how many messages were ever buffered for it in this epoch.
        epoch: names the buffer's life; another one means that all before is lost.
    """

    recipient: str
    waiting: int = 0
    oldest_age: float | None = None
    dropped: dict[str, int] = field(default_factory=dict)
    offset: int = 0
    epoch: str = ""

    @property
    def lost(self) -> int:
        """How many messages were dropped for any reason."""
        return sum(self.dropped.values())


class MessageBuffer(Protocol):
    """Keeps messages until their users have them."""

    async def append(
        self, recipient: str, text: str, users: Collection[str], taken: Collection[str] = ()
    ) -> int:
        """Keep a message, and drop the oldest ones that exceed a limit.

        Args:
            recipient: the user or thread that it was sent to.
            text: the message as JSON.
            users: who waits for it; nobody yet, if a thread has no users.
            taken: ids of connections that have it already.

        Returns:
            Its sequence number.
        """

    async def waiting(self, user_id: str, after: int = 0, limit: int = 100) -> list[Waiting]:
        """Return what waits for a user, the oldest first.

        Args:
            user_id: the user.
            after: only messages with a greater sequence number.
            limit: at most so many.
        """

    async def delivered(self, user_id: str, sequence: int) -> None:
        """Forget a message for one user; again or unknown is no error."""

    async def adopt(self, thread_id: str, users: Collection[str]) -> None:
        """Let users wait for the messages of a thread that nobody waits for yet."""

    async def status(self, recipient: str) -> BufferStatus:
        """Return what waits for a user or a thread, and what was dropped."""

    async def close(self) -> None:
        """Let go of connections to a server, if there are any."""
