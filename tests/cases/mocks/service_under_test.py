"""Tests with a fake manager, whose own calls are looked at afterwards."""


class FakeManager:
    def __init__(self, inner):
        self.inner = inner
        self.calls = []

    async def send_to_user(self, user_id, message):
        self.calls.append((user_id, message))
        return True

    def recipients(self):
        return [recipient for recipient, _ in self.calls]


class Notifier:
    def __init__(self, manager, context):
        self.manager = manager
        self.context = context

    async def notify(self, message):
        user = self.context.get("user_id")
        if user:
            await self.manager.send_to_user(user, message)

    async def notify_run(self, message):
        await self.manager.send_to_user(self.context["run_id"], message)


async def check_no_run_is_sent_to(manager, run_id, user_key):
    fake = FakeManager(manager)
    notifier = Notifier(fake, {"run_id": run_id, "user_id": user_key})
    await notifier.notify({"n": 1})
    assert run_id not in fake.recipients()
    for recipient in fake.recipients():
        assert not recipient.startswith("run_")
        await manager.send_to_user(recipient, {"n": 2})


async def main(manager, run_id, user_key):
    await check_no_run_is_sent_to(manager, run_id, user_key)
    notifier = Notifier(manager, {"run_id": run_id, "user_id": user_key})
    await notifier.notify({"n": 3})
    await notifier.notify_run({"n": 4})
