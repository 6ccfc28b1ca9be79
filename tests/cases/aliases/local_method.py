"""Methods under other names."""


class Outbox:
    def __init__(self, manager):
        self._push = manager.send_to_user
        self.deliver = self._deliver

    async def _deliver(self, whom, text):
        push = self._push
        await push(whom, {"text": text})


async def main(manager, run_id, user_id):
    outbox = Outbox(manager)
    await outbox.deliver(user_id, run_id)
    await outbox.deliver(run_id, "text")
