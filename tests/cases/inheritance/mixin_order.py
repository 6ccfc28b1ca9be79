"""Of two mixins' helpers the first base's wins."""


class SafeMixin:
    def resolve(self, run_id):
        return self.user


class UnsafeMixin:
    def resolve(self, run_id):
        return self.user or run_id


class Agent:
    def __init__(self, ws, user_id):
        self.ws, self.user = ws, user_id


class Right(SafeMixin, UnsafeMixin, Agent):
    async def second(self, run_id):
        await self.ws.send_to_user(self.resolve(run_id), {"n": 2})


class Wrong(UnsafeMixin, SafeMixin, Agent):
    async def third(self, run_id):
        await self.ws.send_to_user(self.resolve(run_id), {"n": 3})


async def main(manager, run_id, user_id):
    await Right(manager, user_id).second(run_id)
    await Wrong(manager, user_id).third(run_id)
