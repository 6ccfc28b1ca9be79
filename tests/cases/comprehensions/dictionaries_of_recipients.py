"""Dictionaries from runs to people and back are made in comprehensions, filtered and turned."""

from itertools import chain, groupby
from operator import itemgetter
from typing import NamedTuple


class Assignment(NamedTuple):
    run_id: str
    user_id: str
    weight: int = 1


def owners(assignments):
    return {each.run_id: each.user_id for each in assignments}


def runs_by_owner(assignments):
    grouped = {}
    for each in assignments:
        grouped.setdefault(each.user_id, []).append(each.run_id)
    return grouped


def inverted(mapping):
    return {value: key for key, value in mapping.items()}


def without_runs(mapping):
    return {key: value for key, value in mapping.items() if not value.startswith("run_")}


def heavy(assignments, limit):
    return {each.user_id for each in assignments if each.weight > limit}


class Digest:
    def __init__(self, ws):
        self.ws = ws

    async def to_owners(self, assignments):
        for run_id, owner in owners(assignments).items():
            await self.ws.send_to_user(owner, {"run": run_id})

    async def grouped(self, assignments):
        for owner, runs in runs_by_owner(assignments).items():
            await self.ws.send_to_user(owner, {"runs": runs})

    async def by_turned_table(self, assignments):
        for owner, run_id in inverted(owners(assignments)).items():
            await self.ws.send_to_user(owner, {"run": run_id})

    async def by_twice_turned_table(self, assignments):
        for target in inverted(inverted(owners(assignments))):
            await self.ws.send_to_user(target, {"n": 1})

    async def cleaned(self, table):
        for name, target in without_runs(table).items():
            await self.ws.send_to_user(target, {"as": name})

    async def heavy_users(self, assignments):
        for target in heavy(assignments, 0):
            await self.ws.send_to_user(target, {"heavy": True})

    async def sorted_groups(self, assignments):
        ordered = sorted(assignments, key=itemgetter(1))
        for owner, group in groupby(ordered, key=itemgetter(1)):
            await self.ws.send_to_user(owner, {"runs": [each.run_id for each in group]})

    async def flat(self, assignments):
        for target in chain.from_iterable(runs_by_owner(assignments).values()):
            await self.ws.send_to_user(target, {"n": 2})


async def main(manager, run_id, other_run_id, user_key):
    assignments = [Assignment(run_id, user_key), Assignment(other_run_id, "bob", weight=2)]
    digest = Digest(manager)
    await digest.to_owners(assignments)
    await digest.grouped(assignments)
    await digest.by_turned_table(assignments)
    await digest.cleaned({"owner": user_key, "self": run_id})
    await digest.heavy_users(assignments)
    await digest.sorted_groups(assignments)
    await digest.by_twice_turned_table(assignments)
    await digest.flat(assignments)
