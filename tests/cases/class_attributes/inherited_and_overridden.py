"""A class attribute overridden in a subclass."""


class Base:
    channel = "run_base"

    async def go(self, hub):
        await hub.send_to_user(self.channel, {"class": type(self).__name__})


class Child(Base):
    channel = "lobby"


async def main(manager, user_id):
    await Child().go(manager)
