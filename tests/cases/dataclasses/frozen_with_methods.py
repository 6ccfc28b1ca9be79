"""A frozen dataclass with a method that chooses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional


@dataclass(frozen=True)
class Identity:
    job: str
    who: Optional[str] = None
    where: Optional[str] = None

    def recipient(self) -> str:
        return self.who or "operator"

    def anything(self) -> str:
        return self.who or self.job

    def with_who(self, who) -> Identity:
        return Identity(self.job, who, self.where)


async def main(manager, run_id, user_id):
    identity = Identity(run_id, user_id)
    await manager.send_to_user(identity.recipient(), {"n": 1})
    await manager.send_to_user(identity.anything(), {"n": 2})
    bare = Identity(job=run_id)
    await manager.send_to_user(bare.with_who(user_id).who, {"n": 3})
    await manager.send_to_user(bare.anything(), {"n": 4})
