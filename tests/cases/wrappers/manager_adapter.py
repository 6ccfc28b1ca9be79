"""An adapter stands before a manager: it turns runs into owners, or drops them."""


class OwnerAdapter:
    """Speaks the manager's language, but takes runs as well."""

    def __init__(self, inner):
        self._inner = inner
        self._owners = {}

    def bind(self, run_id, owner):
        self._owners[run_id] = owner

    async def deliver_to(self, target, message):
        owner = self._owners.get(target, target)
        if owner.startswith("run_"):
            return False
        await self._inner.send_to_user(owner, message)
        return True

    async def deliver_known(self, target, message):
        if target not in self._owners:
            return False
        await self._inner.send_to_user(self._owners[target], message)
        return True

    async def deliver_raw(self, target, message):
        await self._inner.send_to_user(target, message)


class QuietAdapter(OwnerAdapter):
    async def deliver_raw(self, target, message):
        if not target.startswith("run_"):
            await super().deliver_raw(target, message)


async def main(manager, run_id, other_run_id, user_key):
    adapter = OwnerAdapter(manager)
    adapter.bind(run_id, user_key)
    for target in (run_id, other_run_id, user_key):
        await adapter.deliver_to(target, {"n": 1})
        await adapter.deliver_known(target, {"n": 2})
    await adapter.deliver_raw(user_key, {"n": 3})
    await adapter.deliver_raw(run_id, {"n": 4})
    quiet = QuietAdapter(manager)
    await quiet.deliver_raw(run_id, {"n": 5})
    await quiet.deliver_raw(user_key, {"n": 6})
