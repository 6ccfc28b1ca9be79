"""The class attribute is set from outside, and read by instances."""


class Settings:
    recipient = "operator"
    reference = None


class Sender(Settings):
    def __init__(self, hub):
        self.hub = hub

    async def go(self):
        await self.hub.send_to_user(self.recipient, {"ref": self.reference})

    async def go_reference(self):
        await self.hub.send_to_user(self.reference, {"n": 2})


async def main(manager, run_id, user_id):
    Settings.reference = run_id
    await Sender(manager).go()
    await Sender(manager).go_reference()
