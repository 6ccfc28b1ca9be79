"""An abstract base cannot be made; the override is what is called."""

from abc import ABC, abstractmethod


class Base(ABC):
    def __init__(self, hub, user_id):
        self.hub = hub
        self.user = user_id

    def address(self, run_id):
        return run_id

    @abstractmethod
    def name(self): ...

    async def tell(self, run_id):
        await self.hub.send_to_user(self.address(run_id), {"run": run_id, "name": self.name()})


class Careful(Base):
    def address(self, run_id):
        return self.user

    def name(self):
        return "careful"


async def main(manager, run_id, user_id):
    await Careful(manager, user_id).tell(run_id)
