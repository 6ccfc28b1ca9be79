"""A fake manager in a test keeps what it is given; assertions look at it."""


class FakeManager:
    def __init__(self):
        self.sent = []

    async def send_to_user(self, user_id, message):
        self.sent.append((user_id, message))

    def assert_sent(self, user_id):
        assert any(who == user_id for who, _ in self.sent)

    def assert_not_sent(self, user_id):
        assert all(who != user_id for who, _ in self.sent)


async def main(manager, run_id, user_id):
    fake = FakeManager()
    await fake.send_to_user(user_id, {"run_id": run_id})
    fake.assert_sent(user_id)
    fake.assert_not_sent(run_id)
    await manager.send_to_user(fake.sent[0][0], {"n": 1})
