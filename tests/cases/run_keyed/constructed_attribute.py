"""An attribute constructed by the class itself is keyed by run."""


class RunLog:
    def __init__(self):
        self.lines = {}

    async def send_message(self, run_id, text):
        self.lines.setdefault(run_id, []).append(text)


class Executor:
    def __init__(self, ws):
        self.ws = ws
        self.log = RunLog()

    async def execute(self, run_id, user_id):
        await self.log.send_message(run_id, "started")
        await self.ws.send_message(user_id, {"run_id": run_id})
        await self.ws.send_message(run_id, {"user": user_id})
        await self.log.send_message(run_id, "finished")


async def main(manager, run_id, user_id):
    await Executor(manager).execute(run_id, user_id)
