"""Records are searched for by id in lists; what is found says whom to tell, else somebody else."""

from dataclasses import dataclass, field
from typing import Iterable, Optional


@dataclass
class Execution:
    run_id: str
    owner_id: str
    watchers: list[str] = field(default_factory=list)
    state: str = "queued"


class Executions:
    def __init__(self, rows: Iterable[Execution] = ()):
        self._rows: list[Execution] = list(rows)

    def add(self, run_id: str, owner_id: str, *watchers: str) -> Execution:
        execution = Execution(run_id, owner_id, list(watchers))
        self._rows.append(execution)
        return execution

    def find(self, run_id: str) -> Optional[Execution]:
        for row in self._rows:
            if row.run_id == run_id:
                return row
        return None

    def first(self, predicate) -> Optional[Execution]:
        return next((row for row in self._rows if predicate(row)), None)

    def get(self, run_id: str) -> Execution:
        found = self.find(run_id)
        if found is None:
            raise KeyError(run_id)
        return found

    def in_state(self, state: str) -> list[Execution]:
        return [row for row in self._rows if row.state == state]

    def index(self) -> dict[str, Execution]:
        return {row.run_id: row for row in self._rows}


class Announcer:
    def __init__(self, ws, executions: Executions):
        self.ws = ws
        self.executions = executions

    async def owner(self, run_id: str, text: str) -> None:
        execution = self.executions.find(run_id)
        target = execution.owner_id if execution else None
        if target is not None:
            await self.ws.send_to_user(target, {"text": text, "run_id": run_id})

    async def strict_owner(self, run_id: str, text: str) -> None:
        try:
            target = self.executions.get(run_id).owner_id
        except KeyError:
            return
        await self.ws.send_to_user(target, {"text": text})

    async def watchers(self, run_id: str, text: str) -> None:
        execution = self.executions.get(run_id)
        for watcher in execution.watchers:
            await self.ws.send_to_user(watcher, {"text": text, "of": execution.run_id})

    async def running(self) -> None:
        for execution in self.executions.in_state("running"):
            await self.ws.send_to_user(execution.owner_id, {"running": execution.run_id})

    async def owner_or_run(self, run_id: str, text: str) -> None:
        execution = self.executions.first(lambda row: row.run_id == run_id)
        target = execution.owner_id if execution is not None else run_id
        await self.ws.send_to_user(target, {"text": text})

    async def everyone(self, text: str) -> None:
        for key, execution in self.executions.index().items():
            await self.ws.send_to_user(execution.owner_id, {"text": text, "run": key})


async def main(manager, run_id, other_run_id, user_id):
    executions = Executions()
    executions.add(run_id, user_id, user_id, "bob").state = "running"
    announcer = Announcer(manager, executions)
    await announcer.owner(run_id, "a")
    await announcer.owner(other_run_id, "b")
    await announcer.strict_owner(run_id, "c")
    await announcer.strict_owner(other_run_id, "d")
    await announcer.watchers(run_id, "e")
    await announcer.running()
    await announcer.everyone("f")
    await announcer.owner_or_run(other_run_id, "g")
