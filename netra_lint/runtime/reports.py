"""What a manager tells of itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Refusal:
    """A recipient that the manager did not send to.

    Attributes:
        method: the method that was called.
        recipient: what was given as the recipient.
        kind: the kind of id that it is, or its type where it is no string.
        wanted: the kind that the method takes.
    """

    method: str
    recipient: object
    kind: str
    wanted: str


@dataclass(frozen=True)
class Statistics:
    """Counts since the manager began.

    Attributes:
        connections: open connections, now.
        users: users with a connection, now.
        threads: threads with a user, now.
        delivered: messages taken by connections, each connection counted.
        replayed: those of them that came from the buffer.
        missed: sends to a user or thread without a connection.
        failed: connections that were dropped because they took no message.
        refused: sends to a recipient of the wrong kind.
        buffered: messages that were put into the buffer.
    """

    connections: int = 0
    users: int = 0
    threads: int = 0
    delivered: int = 0
    replayed: int = 0
    missed: int = 0
    failed: int = 0
    refused: int = 0
    buffered: int = 0
