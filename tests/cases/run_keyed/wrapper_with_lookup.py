"""A wrapper that asks for a run id and sends to its owner."""


class Notifier:
    def __init__(self, ws, owners):
        self.ws = ws
        self.owners = owners

    async def notify_run(self, run_id, text):
        owner = self.owners.get(run_id)
        if owner is None:
            return
        await self.ws.send_to_user(owner, {"text": text, "run_id": run_id})


async def main(manager, run_id, user_id):
    await Notifier(manager, {run_id: user_id}).notify_run(run_id, "hello")
