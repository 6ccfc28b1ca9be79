"""A builder whose methods return itself."""


class MessageBuilder:
    def __init__(self):
        self._to = None
        self._ref = None

    def to(self, value):
        self._to = value
        return self

    def about(self, value):
        self._ref = value
        return self

    def build(self):
        return Outgoing(self._to, {"ref": self._ref})


class Outgoing:
    def __init__(self, to, body):
        self.to = to
        self.body = body


async def main(manager, run_id, user_id):
    good = MessageBuilder().to(user_id).about(run_id).build()
    await manager.send_to_user(good.to, good.body)
    bad = MessageBuilder().about(user_id).to(run_id).build()
    await manager.send_to_user(bad.to, bad.body)
