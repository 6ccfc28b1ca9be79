"""A chain of responsibility."""

from __future__ import annotations

from typing import Mapping, Optional, Protocol, Sequence

from ids import ThreadId, UserId
from model import MessageContext, NoRecipient, Recipient, ThreadRecipient, UserRecipient


class Resolver(Protocol):
    def resolve(self, context: MessageContext) -> Optional[Recipient]: ...


class ThreadResolver:
    def resolve(self, context: MessageContext) -> Optional[Recipient]:
        if context.thread:
            return ThreadRecipient(ThreadId(context.thread))
        return None


class UserResolver:
    def resolve(self, context: MessageContext) -> Optional[Recipient]:
        return UserRecipient(UserId(context.user)) if context.user else None


class SessionResolver:
    """Knows the user of a run from its session."""

    def __init__(self, sessions: Mapping[str, Optional[str]]) -> None:
        self._sessions = sessions

    def resolve(self, context: MessageContext) -> Optional[Recipient]:
        if context.run in self._sessions:
            user = self._sessions[context.run]
            return UserRecipient(UserId(user or context.run))
        return None


class ResolverChain:
    def __init__(self, resolvers: Sequence[Resolver]) -> None:
        self._resolvers = tuple(resolvers)

    def resolve(self, context: MessageContext) -> Recipient:
        for resolver in self._resolvers:
            recipient = resolver.resolve(context)
            if recipient is not None:
                return recipient
        return NoRecipient("nobody resolves it")
