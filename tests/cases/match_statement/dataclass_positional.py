"""Dataclasses matched by position, with alternatives."""

from dataclasses import dataclass


@dataclass
class Started:
    owner: str
    job: str


@dataclass
class Finished:
    job: str
    owner: str


def recipient(event):
    match event:
        case Started(who, _) | Finished(_, who):
            return who
        case str() as text:
            return text
    return "nobody"


def wrong_recipient(event):
    match event:
        case Started(who, _):
            return who
        case Finished(who, _):
            return who
    return "nobody"


async def main(manager, run_id, user_id):
    for event in (Started(user_id, run_id), Finished(run_id, user_id)):
        await manager.send_to_user(recipient(event), {"n": 1})
        await manager.send_to_user(wrong_recipient(event), {"n": 2})
