from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Optional


@dataclass
class Account:
    user_id: str
    email: str
    room: Optional[str] = None


@dataclass
class Run:
    run_id: str
    owner: str
    team: str


class RunRepository:
    def __init__(self) -> None:
        self._rows: dict[str, Run] = {}

    def save(self, run_id: str, owner: str, team: str) -> Run:
        run = Run(run_id, owner, team)
        self._rows[run.run_id] = run
        return run

    def by_id(self, run_id: str) -> Optional[Run]:
        return self._rows.get(run_id)


class AccountRepository:
    def __init__(self) -> None:
        self._rows: list[Account] = []

    def save(self, user_id: str, email: str, room: Optional[str] = None) -> None:
        self._rows.append(Account(user_id, email, room))

    def by_user(self, user_id: str) -> Optional[Account]:
        for account in self._rows:
            if account.user_id == user_id:
                return account
        return None


class MembershipRepository:
    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._pairs = list(pairs)

    def members(self, team: str) -> list[str]:
        return [member for name, member in self._pairs if name == team]
