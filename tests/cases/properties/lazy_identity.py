"""Who a message is for is worked out when it is first asked for, from whatever is known."""

from functools import cached_property
from typing import Optional


class Identity:
    def __init__(self, claims: dict[str, str], directory: "Directory"):
        self._claims = claims
        self._directory = directory

    @property
    def run_id(self) -> str:
        return self._claims["run"]

    @cached_property
    def user_id(self) -> Optional[str]:
        return self._claims.get("sub") or self._directory.owner(self.run_id)

    @property
    def address(self) -> Optional[str]:
        """Where to reach the user; runs have no address."""
        candidate = self.user_id
        if candidate is None or candidate.startswith("run_"):
            return None
        return candidate

    @property
    def display(self) -> str:
        return self.user_id or self.run_id


class Directory:
    def __init__(self):
        self._owners: dict[str, str] = {}

    def learn(self, run_id, owner):
        self._owners[run_id] = owner

    def owner(self, run_id) -> Optional[str]:
        return self._owners.get(run_id)


class ForgetfulDirectory(Directory):
    def owner(self, run_id) -> Optional[str]:
        return super().owner(run_id) or run_id


async def greet(ws, identity: Identity) -> None:
    if identity.address:
        await ws.send_to_user(identity.address, {"hello": identity.display})


async def remind(ws, identity: Identity) -> None:
    target = identity.user_id
    if target:
        await ws.send_to_user(target, {"remember": identity.run_id})


async def nudge(ws, identity: Identity) -> None:
    await ws.send_to_user(identity.display, {"nudge": True})


async def main(manager, run_id, other_run_id, user_key):
    directory = Directory()
    directory.learn(run_id, user_key)
    known = Identity({"run": run_id, "sub": user_key}, directory)
    looked_up = Identity({"run": run_id}, directory)
    for identity in (known, looked_up):
        await greet(manager, identity)
        await remind(manager, identity)
    forgetful = Identity({"run": other_run_id}, ForgetfulDirectory())
    await greet(manager, forgetful)
    await remind(manager, forgetful)
    await nudge(manager, looked_up)
