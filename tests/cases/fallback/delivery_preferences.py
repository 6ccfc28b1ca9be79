"""Where a message goes is a chain of preferences with fallbacks, each spelled in its own way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional


@dataclass
class Profile:
    user_id: Optional[str]
    preferred: Optional[str] = None
    muted: bool = False


class Resolver:
    def __init__(self, profiles: dict[str, Profile]):
        self.profiles = profiles

    def profile(self, run_id: str) -> Profile:
        return self.profiles.get(run_id, Profile(None))

    def strict(self, run_id: str) -> Optional[str]:
        profile = self.profile(run_id)
        if profile.muted:
            return None
        return profile.preferred or profile.user_id

    def loose(self, run_id: str) -> str:
        return self.strict(run_id) or run_id

    def first(self, *candidates: Optional[str]) -> Optional[str]:
        return next(filter(None, candidates), None)

    def one_of(self, run_id: str, *candidates: Optional[str]) -> str:
        chosen = self.first(*candidates)
        return run_id if chosen is None else chosen


class Delivery:
    def __init__(self, ws: Any, resolver: Resolver):
        self.ws = ws
        self.resolver = resolver

    async def strict(self, run_id: str) -> None:
        if (target := self.resolver.strict(run_id)) is not None:
            await self.ws.send_to_user(target, {"run": run_id})

    async def explicit(self, run_id: str, user_id: Optional[str]) -> None:
        target = self.resolver.first(user_id, self.resolver.strict(run_id))
        if target:
            await self.ws.send_to_user(target, {"run": run_id})

    async def loose(self, run_id: str) -> None:
        await self.ws.send_to_user(self.resolver.loose(run_id), {"n": 1})

    async def one_of(self, run_id: str, user_id: Optional[str]) -> None:
        await self.ws.send_to_user(self.resolver.one_of(run_id, user_id), {"n": 2})

    async def one_of_unless_run(self, run_id: str, user_id: Optional[str]) -> None:
        target = self.resolver.one_of(run_id, user_id)
        if target != run_id:
            await self.ws.send_to_user(target, {"n": 3})


async def main(manager, run_id, other_run_id, user_id):
    resolver = Resolver({run_id: Profile(user_id, preferred=user_id)})
    delivery = Delivery(manager, resolver)
    for run in (run_id, other_run_id):
        await delivery.strict(run)
        await delivery.explicit(run, user_id)
        await delivery.one_of_unless_run(run, user_id)
    await delivery.loose(other_run_id)
    await delivery.one_of(other_run_id, user_id)
