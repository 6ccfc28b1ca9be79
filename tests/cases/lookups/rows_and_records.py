"""Rows come out of a table as tuples and dictionaries; services search them by id."""

from dataclasses import dataclass
from typing import Optional


@dataclass
class RunRecord:
    run_id: str
    owner: str
    room: Optional[str]
    status: str = "running"


ROWS: list[tuple] = []


def insert(run_id, owner, room, status="running"):
    ROWS.append((run_id, owner, room, status))


def record(row) -> RunRecord:
    run_id, owner, room, status = row
    return RunRecord(run_id, owner, room, status)


def find(run_id) -> Optional[RunRecord]:
    for row in ROWS:
        if row[0] == run_id:
            return record(row)
    return None


def all_of(owner) -> list[RunRecord]:
    return [record(row) for row in ROWS if row[1] == owner]


def owners() -> list[str]:
    return sorted({row[1] for row in ROWS if row[1]})


def run_ids() -> list[str]:
    return [row[0] for row in ROWS]


def as_dicts():
    names = ("run_id", "owner", "room", "status")
    return [dict(zip(names, row)) for row in ROWS]


class StatusService:
    def __init__(self, ws):
        self.ws = ws

    async def finished(self, run_id):
        found = find(run_id)
        if found is None:
            return
        found.status = "done"
        await self.ws.send_to_user(found.owner, {"run_id": found.run_id, "status": found.status})
        if found.room:
            await self.ws.send_to_thread(found.room, {"run_id": run_id})

    async def digest(self):
        for owner in owners():
            runs = [one.run_id for one in all_of(owner)]
            await self.ws.send_to_user(owner, {"runs": runs})

    async def dump(self):
        for row in as_dicts():
            await self.ws.send_to_user(row["owner"], {"row": row})

    async def nudge(self):
        for who in run_ids():
            await self.ws.send_to_user(who, {"still": "running"})


async def main(manager, run_id, user_key, thread_id):
    ROWS.clear()
    insert(run_id, user_key, thread_id)
    service = StatusService(manager)
    await service.finished(run_id)
    await service.digest()
    await service.dump()
    await service.nudge()
