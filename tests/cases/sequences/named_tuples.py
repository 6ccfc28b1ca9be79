"""Named tuples by class and by call."""

from collections import namedtuple
from typing import NamedTuple

Pair = namedtuple("Pair", "run user")


class Ids(NamedTuple):
    run: str
    user: str | None = None

    def recipient(self):
        return self.user or "operator"


async def main(manager, run_id, user_id):
    pair = Pair(run_id, user_id)
    if pair.user:
        await manager.send_to_user(pair.user, {"n": 1})
    await manager.send_to_user(pair[0], {"n": 2})
    ids = Ids(run=run_id, user=user_id)
    await manager.send_to_user(ids.recipient(), {"n": 3})
    changed = ids._replace(user=ids.run)
    await manager.send_to_user(changed.user, {"n": 4})
    run, user = ids
    if user:
        await manager.send_to_user(user, {"run": run})
    await manager.send_to_user(ids._asdict()["run"], {"n": 6})
