"""Captures of a class pattern."""

from dataclasses import dataclass


@dataclass
class Started:
    job: str
    owner: str


@dataclass
class Stopped:
    reason: str


async def handle(hub, event):
    match event:
        case Started(job=job, owner=owner):
            await hub.send_to_user(owner, {"job": job})
            await hub.send_message(job, {"owner": owner})
        case Stopped(reason):
            await hub.send_to_user("operator", {"reason": reason})


async def main(manager, run_id, user_id):
    await handle(manager, Started(run_id, user_id))
    await handle(manager, Stopped("enough"))
