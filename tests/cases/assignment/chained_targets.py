"""One value assigned to two names."""


class StatusReporter:
    def __init__(self, ws):
        self.ws = ws

    async def report(self, run_id, user_id):
        key = recipient = run_id
        await self.ws.send_message(recipient, {"key": key})
        key = recipient = user_id
        await self.ws.send_message(recipient, {"key": key})


async def main(manager, run_id, user_id):
    await StatusReporter(manager).report(run_id, user_id)
