"""Fields annotated with the run id's own type, under other names."""

from dataclasses import dataclass
from typing import NewType, Optional

RunId = NewType("RunId", str)
UserId = NewType("UserId", str)


@dataclass
class Job:
    key: RunId
    who: UserId
    parent: Optional[RunId] = None


async def report(ws, job: Job):
    await ws.send_to_user(job.who, {"n": 1})
    await ws.send_to_user(job.key, {"n": 2})
    if job.parent is not None:
        await ws.send_to_user(job.parent, {"n": 3})


async def main(manager, run_id, parent_run_id, user_id):
    await report(manager, Job(RunId(run_id), UserId(user_id), RunId(parent_run_id)))
