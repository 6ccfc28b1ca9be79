"""A list of records, each with several ids."""


class BatchNotifier:
    def __init__(self, ws):
        self.ws = ws
        self.pending = []

    def add(self, owner, job, text):
        self.pending.append({"owner": owner, "job": job, "text": text})

    async def flush(self):
        while self.pending:
            entry = self.pending.pop(0)
            await self.ws.send_to_user(entry["owner"], {"job": entry["job"]})

    async def flush_by_job(self):
        for entry in self.pending:
            await self.ws.send_message(entry["job"], {"text": entry["text"]})


async def main(manager, run_id, user_id):
    notifier = BatchNotifier(manager)
    notifier.add(user_id, run_id, "one")
    await notifier.flush()
    notifier.add(user_id, run_id, "two")
    await notifier.flush_by_job()
