"""Recipients are picked with getters, sorted, folded and chained, as functional code does."""

from collections import namedtuple
from functools import reduce
from itertools import chain
from operator import attrgetter, itemgetter, methodcaller

Update = namedtuple("Update", "job owner order")


class Ticket:
    def __init__(self, holder):
        self.holder = holder

    def address(self, prefix=""):
        return prefix + self.holder


OWNER = itemgetter("owner")
JOB_AND_OWNER = itemgetter("job", "owner")


async def main(manager, run_id, user_id):
    owner = user_id or "anonymous"
    row = {"job": run_id, "owner": owner}
    await manager.send_to_user(OWNER(row), {"n": 1})
    job, who = JOB_AND_OWNER(row)
    await manager.send_to_user(job, {"n": 2})
    await manager.send_to_user(who, {"n": 3})
    updates = [Update(run_id, owner, 2), Update(run_id, owner, 1)]
    for update in sorted(updates, key=attrgetter("order")):
        await manager.send_to_user(update.owner, {"n": 4})
        await manager.send_to_user(attrgetter("job")(update), {"n": 5})
    for who in map(attrgetter("owner"), updates):
        await manager.send_to_user(who, {"n": 6})
    for who in map(itemgetter(0), updates):
        await manager.send_to_user(who, {"n": 7})
    address = methodcaller("address")
    await manager.send_to_user(address(Ticket(owner)), {"n": 8})
    await manager.send_to_user(address(Ticket(run_id)), {"n": 9})
    merged = reduce(lambda left, right: {**left, **right}, [{"to": owner}, {"about": run_id}], {})
    await manager.send_to_user(merged["to"], {"n": 10})
    await manager.send_to_user(merged["about"], {"n": 11})
    last = reduce(lambda _, update: update.job, updates, owner)
    await manager.send_to_user(last, {"n": 12})
    for who in chain([owner], map(lambda update: update.owner, updates)):
        await manager.send_to_user(who, {"n": 13})
