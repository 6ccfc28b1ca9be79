from status import Status


class ProgressTracker:
    def __init__(self, ws):
        self.ws = ws
        self.status = None

    def begin(self, execution, thread=None, owner=None):
        self.status = Status(execution, thread, owner)

    async def advance(self, row):
        self.status.rows.append(row)
        if self.status.thread:
            await self.ws.send_to_thread(self.status.thread, self.status.message())
        else:
            await self.ws.send_to_user(self.status.audience(), self.status.message())
