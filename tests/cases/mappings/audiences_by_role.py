"""Audiences are worked out from roles: tables of sets, unions, differences, and who is left."""

from collections import defaultdict
from typing import Iterable

ROLES = ("owner", "reviewer", "watcher")


class Audiences:
    def __init__(self) -> None:
        self._roles: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._muted: set[str] = set()

    def add(self, run_id: str, role: str, user_id: str) -> None:
        if role not in ROLES:
            raise ValueError(role)
        self._roles[run_id][role].add(user_id)

    def mute(self, *user_ids: str) -> None:
        self._muted.update(user_ids)

    def of(self, run_id: str, *roles: str) -> set[str]:
        members: set[str] = set()
        for role in roles or ROLES:
            members |= self._roles[run_id][role]
        return members - self._muted

    def owner(self, run_id: str):
        owners = self._roles[run_id]["owner"]
        return next(iter(owners), None)

    def runs_of(self, user_id: str) -> Iterable[str]:
        for run_id, roles in self._roles.items():
            if any(user_id in members for members in roles.values()):
                yield run_id


class AudienceNotifier:
    def __init__(self, ws, audiences: Audiences) -> None:
        self.ws = ws
        self.audiences = audiences

    async def announce(self, run_id, *roles):
        for member in sorted(self.audiences.of(run_id, *roles)):
            await self.ws.send_to_user(member, {"run": run_id})

    async def owner(self, run_id):
        owner = self.audiences.owner(run_id)
        if owner:
            await self.ws.send_to_user(owner, {"yours": run_id})

    async def digest(self, user_id):
        runs = list(self.audiences.runs_of(user_id))
        await self.ws.send_to_user(user_id, {"runs": runs})

    async def wrong_digest(self, user_id):
        for target in self.audiences.runs_of(user_id):
            await self.ws.send_to_user(target, {"to": user_id})


async def main(manager, run_id, other_run_id, user_key):
    audiences = Audiences()
    audiences.add(run_id, "owner", user_key)
    audiences.add(run_id, "watcher", "bob")
    audiences.add(other_run_id, "reviewer", user_key)
    notifier = AudienceNotifier(manager, audiences)
    await notifier.announce(run_id)
    audiences.mute("bob")
    await notifier.announce(run_id, "owner", "watcher")
    await notifier.owner(run_id)
    await notifier.owner(other_run_id)
    await notifier.digest(user_key)
    await notifier.wrong_digest(user_key)
