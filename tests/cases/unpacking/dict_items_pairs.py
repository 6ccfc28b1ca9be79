"""Items of a dictionary that maps runs to users."""


class PendingRuns:
    def __init__(self):
        self.owners = {}

    async def flush(self, ws):
        for job, person in self.owners.items():
            await ws.send_to_user(person, {"job": job})

    async def flush_badly(self, ws):
        for job, person in self.owners.items():
            await ws.send_to_user(job, {"for": person})


async def main(manager, run_id, user_id):
    pending = PendingRuns()
    pending.owners[run_id] = user_id
    await pending.flush(manager)
    await pending.flush_badly(manager)
