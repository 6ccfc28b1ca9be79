from __future__ import annotations

from typing import Generic, Iterator, Optional, TypeVar

from entities import Run, Thread, User

E = TypeVar("E", User, Thread, Run)


class Repository(Generic[E]):
    def __init__(self) -> None:
        self._items: dict[str, E] = {}

    def add(self, entity: E) -> E:
        self._items[entity.id] = entity
        return entity

    def get(self, id: str) -> Optional[E]:
        return self._items.get(id)

    def __iter__(self) -> Iterator[E]:
        return iter(list(self._items.values()))

    def __len__(self) -> int:
        return len(self._items)


class UserRepository(Repository[User]):
    def by_email(self, email: str) -> Optional[User]:
        for user in self:
            if user.email == email:
                return user
        return None


class RunRepository(Repository[Run]):
    def open_runs(self) -> list[Run]:
        return [run for run in self if run.status != "completed"]


class UnitOfWork:
    def __init__(self) -> None:
        self.users = UserRepository()
        self.threads: Repository[Thread] = Repository()
        self.runs = RunRepository()
        self.committed = False

    async def __aenter__(self) -> "UnitOfWork":
        self.committed = False
        return self

    async def __aexit__(self, *error) -> None:
        if error[0] is not None:
            self.committed = False

    async def commit(self) -> None:
        self.committed = True
