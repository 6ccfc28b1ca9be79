"""A guard object is asked before each send, as a dependency of the service."""


class RecipientGuard:
    prefix = "run_"

    def allows(self, recipient):
        return bool(recipient) and not recipient.startswith(self.prefix)

    def require(self, recipient):
        if not self.allows(recipient):
            raise PermissionError(recipient)
        return recipient

    def clean(self, recipient, default=None):
        return recipient if self.allows(recipient) else default


class ChatService:
    def __init__(self, manager, guard=None):
        self._manager = manager
        self._guard = guard or RecipientGuard()

    async def post(self, recipient, text):
        if not self._guard.allows(recipient):
            return False
        await self._manager.send_to_user(recipient, {"text": text})
        return True

    async def post_required(self, recipient, text):
        await self._manager.send_to_user(self._guard.require(recipient), {"text": text})

    async def post_clean(self, recipient, text):
        target = self._guard.clean(recipient)
        if target:
            await self._manager.send_to_user(target, {"text": text})

    async def post_with_default(self, recipient, default, text):
        target = self._guard.clean(recipient, default)
        await self._manager.send_to_user(target, {"text": text})

    async def post_unguarded(self, recipient, text):
        await self._manager.send_to_user(recipient, {"text": text})


async def main(manager, run_id, user_key):
    service = ChatService(manager)
    for recipient in (run_id, user_key):
        await service.post(recipient, "a")
        await service.post_clean(recipient, "b")
        try:
            await service.post_required(recipient, "c")
        except PermissionError:
            pass
    await service.post_with_default(run_id, user_key, "d")
    await service.post_with_default(user_key, run_id, "e")
    await service.post_unguarded(run_id, "f")
    await service.post_unguarded(user_key, "g")
