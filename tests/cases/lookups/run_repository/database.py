from __future__ import annotations

from typing import Any, Generic, TypeVar

from entities import Run, Thread

T = TypeVar("T")


class Session:
    def __init__(self) -> None:
        self.tables: dict[type, dict[str, Any]] = {Run: {}, Thread: {}}
        self.commits = 0

    def commit(self) -> None:
        self.commits += 1


class Repository(Generic[T]):
    model: type[T]

    def __init__(self, session: Session) -> None:
        self.session = session

    def add(self, entity: T) -> T:
        self.session.tables[self.model][entity.id] = entity
        return entity

    def get(self, key: str | None) -> T | None:
        return self.session.tables[self.model].get(key)

    def list(self) -> list[T]:
        return list(self.session.tables[self.model].values())


class RunRepository(Repository[Run]):
    model = Run

    def owner_of(self, run_id: str) -> str | None:
        run = self.get(run_id)
        return run.owner_id if run else None

    def by_status(self, status: str) -> list[Run]:
        return [run for run in self.list() if run.status == status]


class ThreadRepository(Repository[Thread]):
    model = Thread


class UnitOfWork:
    def __init__(self, session: Session) -> None:
        self.session = session

    async def __aenter__(self) -> UnitOfWork:
        self.runs = RunRepository(self.session)
        self.threads = ThreadRepository(self.session)
        return self

    async def __aexit__(self, kind, error, trace) -> bool:
        if kind is None:
            self.session.commit()
        return False
