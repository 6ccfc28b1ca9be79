"""Updates are named tuples: unpacked, replaced, turned into dictionaries and back."""

from collections import namedtuple
from typing import NamedTuple


class Update(NamedTuple):
    recipient: str
    about: str
    percent: int = 0

    @property
    def label(self):
        return f"{self.about}: {self.percent}"

    def swapped(self):
        return Update(self.about, self.recipient, self.percent)


Route = namedtuple("Route", ["first", "second"])


async def push(ws, update):
    who, about, percent = update
    await ws.send_to_user(who, {"about": about, "percent": percent})


async def main(manager, run_id, user_id):
    update = Update(user_id, run_id)
    await push(manager, update)
    await push(manager, update._replace(percent=50))
    await push(manager, update._replace(recipient=update.about))
    await push(manager, update.swapped())
    data = update._asdict()
    await manager.send_to_user(data["recipient"], {"n": 1})
    await manager.send_to_user(data["about"], {"n": 2})
    again = Update(**data)
    await manager.send_to_user(again.recipient, {"n": 3})
    route = Route._make([run_id, user_id])
    await manager.send_to_user(route.second, {"n": 4})
    await manager.send_to_user(route[0], {"n": 5})
    head, *rest = update
    await manager.send_to_user(head, {"n": 6})
    await manager.send_to_user(rest[0], {"n": 7})
