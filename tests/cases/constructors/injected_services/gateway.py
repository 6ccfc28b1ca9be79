class Gateway:
    def __init__(self, manager):
        self._manager = manager
        self.default_recipient = None

    async def push(self, recipient, message):
        if recipient:
            await self._manager.send_to_user(recipient, message)

    async def push_to_room(self, room, message):
        if room:
            await self._manager.send_to_thread(room, message)

    async def push_default(self, message):
        if self.default_recipient is not None:
            await self._manager.send_to_user(self.default_recipient, message)
