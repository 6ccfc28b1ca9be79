"""A validator that is a method."""


class Router:
    def __init__(self, ws):
        self.ws = ws

    def _accepts(self, recipient):
        if not recipient:
            return False
        if recipient.startswith("run_"):
            return False
        return True

    async def push(self, recipient, body):
        if self._accepts(recipient):
            await self.ws.send_to_user(recipient, body)


async def main(manager, run_id, user_id):
    router = Router(manager)
    await router.push(run_id, {"n": 1})
    await router.push(user_id, {"n": 2})
