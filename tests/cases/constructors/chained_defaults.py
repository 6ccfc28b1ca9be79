"""A constructor passes its defaults on to the next one."""


class Base:
    def __init__(self, *, recipient=None, **options):
        self.recipient = recipient or options.get("fallback")


class Progress(Base):
    def __init__(self, manager, **options):
        super().__init__(**options)
        self.manager = manager

    async def send(self):
        await self.manager.send_to_user(self.recipient, {})


async def main(manager, run_id, user_id):
    await Progress(manager, recipient=user_id, fallback=run_id).send()
    await Progress(manager, fallback=run_id).send()
