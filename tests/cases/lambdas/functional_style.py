"""Recipients by map, filter, sorted and reduce"""

from __future__ import annotations

from functools import reduce
from operator import attrgetter, itemgetter
from typing import NamedTuple


class Candidate(NamedTuple):
    user_id: str
    run_id: str
    score: float


def not_blank(value: str | None) -> bool:
    return bool(value and value.strip())


def best(candidates: list[Candidate]) -> Candidate:
    return max(candidates, key=attrgetter("score"))


def ranked(candidates: list[Candidate]) -> list[Candidate]:
    return sorted(candidates, key=lambda each: each.score, reverse=True)


def index_by_run(candidates: list[Candidate]) -> dict[str, str]:
    return {each.run_id: each.user_id for each in candidates}


def merge(left: dict[str, str], right: dict[str, str]) -> dict[str, str]:
    return {**left, **right}


async def notify_all(ws, recipients, message):
    for recipient in filter(not_blank, recipients):
        await ws.send_to_user(recipient, message)


async def main(manager, run_id, other_run_id, user_id):
    candidates = [Candidate(user_id, run_id, 0.4), Candidate("anna", other_run_id, 0.9)]
    await notify_all(manager, map(attrgetter("user_id"), candidates), {"n": 1})
    await notify_all(manager, (each.run_id for each in candidates), {"n": 2})
    winner = best(candidates)
    await manager.send_to_user(winner.user_id, {"run": winner.run_id})
    second = ranked(candidates)[1]
    await manager.send_to_user(second.run_id, {"n": 3})
    owners = index_by_run(candidates)
    await manager.send_to_user(owners[run_id], {"n": 4})
    for run, owner in sorted(owners.items(), key=itemgetter(0)):
        await manager.send_to_user(owner, {"run": run})
    merged = reduce(merge, [owners, {"run_x": "ben"}], {})
    for owner in merged.values():
        await manager.send_to_user(owner, {"n": 5})
    for run in sorted(merged):
        await manager.send_to_user(run, {"n": 6})
    names, runs, scores = zip(*candidates)
    await manager.send_to_user(names[0], {"scores": scores})
    await manager.send_to_user(runs[0], {"n": 7})
