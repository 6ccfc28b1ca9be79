"""A frozen dataclass fills in what it was not given; rows are set by the names of their fields."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    run_id: str
    owner: str
    contact: str = ""
    watcher: str = ""

    def __post_init__(self):
        if not self.contact:
            object.__setattr__(self, "contact", self.run_id)
        object.__setattr__(self, "watcher", self.watcher or self.owner)


class Row:
    def __init__(self):
        setattr(self, "target", "")

    def fill(self, target):
        setattr(self, "target", target)


class Notices:
    def __init__(self, manager, settings):
        self.manager = manager
        self.settings = settings

    async def failed(self):
        await self.manager.send_to_user(self.settings.contact, {"n": 1})

    async def watched(self):
        await self.manager.send_to_user(self.settings.watcher, {"n": 2})


async def main(manager, run_id, user_id):
    notices = Notices(manager, Settings(run_id, user_id))
    await notices.failed()
    await notices.watched()
    told = Notices(manager, Settings(run_id, user_id, contact=user_id))
    await told.watched()
    row, other = Row(), Row()
    row.fill(run_id)
    other.fill(user_id)
    await manager.send_to_user(row.target, {"n": 3})
    await manager.send_to_user(other.target, {"n": 4})
