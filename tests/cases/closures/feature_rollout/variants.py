from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Awaitable, Callable

from session import UserSession


async def _plain(manager, session: UserSession) -> None:
    if session.user is not None:
        await manager.send_to_user(session.user, {"variant": "a", "run": session.run_id})


async def _loud(manager, session: UserSession) -> None:
    for recipient in {session.user, session.run_id} - {None}:
        await manager.send_to_user(recipient, {"variant": "b"})


@dataclass(frozen=True)
class Variant:
    name: str
    action: Callable[..., Awaitable[Any]]

    async def announce(self, manager, session: UserSession) -> None:
        await self.action(manager, session)


VARIANTS = {variant.name: variant for variant in (Variant("a", _plain), Variant("b", _loud))}
