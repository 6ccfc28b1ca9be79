"""`partialmethod`."""

from functools import partialmethod


class Notifier:
    def __init__(self, hub):
        self.hub = hub

    async def notify(self, level, to):
        await self.hub.send_to_user(to, {"level": level})

    warn = partialmethod(notify, "warning")


async def main(manager, run_id, user_id):
    notifier = Notifier(manager)
    await notifier.warn(user_id)
    await notifier.warn(run_id)
