"""Contexts and recipients."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Union

from ids import RunId, ThreadId, UserId


@dataclass(frozen=True)
class UserRecipient:
    id: UserId


@dataclass(frozen=True)
class ThreadRecipient:
    id: ThreadId


@dataclass(frozen=True)
class NoRecipient:
    reason: str = ""


Recipient = Union[UserRecipient, ThreadRecipient, NoRecipient]


@dataclass
class MessageContext:
    run: RunId
    user: Optional[str] = None
    thread: Optional[str] = None

    def key(self) -> str:
        return self.user or self.thread or self.run
