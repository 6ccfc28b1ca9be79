"""A `NamedTuple` class: fields, positions, `_replace` and unpacking."""

from typing import NamedTuple


class Route(NamedTuple):
    who: str
    job: str
    note: str = ""

    @property
    def best(self):
        return self.who or "operator"


async def main(manager, run_id, user_id):
    route = Route(user_id, run_id)
    await manager.send_to_user(route.best, {"n": 1})
    await manager.send_to_user(route[1], {"n": 2})
    who, job, note = route
    await manager.send_to_user(who, {"job": job, "note": note})
    await manager.send_to_user(route._replace(who=job).who, {"n": 4})
    await manager.send_to_user(route._replace(job=user_id).job, {"n": 5})
