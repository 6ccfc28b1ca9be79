"""The callback is given the run id by the one who calls it."""


class Executor:
    def __init__(self, callback):
        self.callback = callback

    async def execute(self, run_id):
        await self.callback(run_id, {"status": "done"})


async def main(manager, run_id):
    await Executor(manager.send_to_user).execute(run_id)
