"""A manager whose own check stands in a helper; another's is missing."""


class Refusing:
    def __init__(self, transport):
        self.transport = transport

    def _valid(self, identifier):
        return bool(identifier) and not identifier.startswith("run_")

    async def send_to_user(self, user_id, message):
        if not self._valid(user_id):
            return False
        return await self.transport.deliver(user_id, message)


class Trusting(Refusing):
    def _valid(self, identifier):
        return bool(identifier)


async def main(manager, run_id, user_id):
    await Refusing(manager).send_to_user(user_id or "nobody", {"run_id": run_id})
    await Trusting(manager).send_to_user(user_id or "nobody", {"run_id": run_id})
    await Trusting(manager).send_to_user(run_id, {"n": 3})
