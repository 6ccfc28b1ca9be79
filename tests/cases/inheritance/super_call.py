"""`super()` reaches the base's version."""


class Base:
    def recipient(self, run_id):
        return run_id


class Middle(Base):
    def recipient(self, run_id):
        value = super().recipient(run_id)
        return value or "nobody"


class Leaf(Middle):
    async def send(self, hub, run_id):
        await hub.send_to_user(self.recipient(run_id), {"n": 1})


async def main(manager, run_id):
    await Leaf().send(manager, run_id)
