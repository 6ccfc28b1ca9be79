"""Named tuples, by name, index and unpacking."""

from collections import namedtuple
from typing import NamedTuple


class Ids(NamedTuple):
    job: str
    person: str


Pair = namedtuple("Pair", ["left", "right"])


async def main(manager, run_id, user_id):
    ids = Ids(run_id, person=user_id)
    await manager.send_to_user(ids.person, {"n": 1})
    await manager.send_to_user(ids.job, {"n": 2})
    job, person = ids
    await manager.send_to_user(person, {"n": 3})
    await manager.send_to_user(job, {"n": 4})
    pair = Pair(user_id, run_id)
    await manager.send_to_user(pair.left, {"n": 5})
    await manager.send_to_user(pair.right, {"n": 6})
    await manager.send_to_user(pair[1], {"n": 7})
