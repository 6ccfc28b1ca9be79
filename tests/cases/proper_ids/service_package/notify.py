class Notifications:
    def __init__(self, ws, audit):
        self.ws = ws
        self.audit = audit

    async def tell(self, run, text):
        await self.audit.record(run.run_id, text)
        body = {"run_id": run.run_id, "text": text}
        if run.thread_id:
            await self.ws.send_to_thread(run.thread_id, body)
        elif run.user_id:
            await self.ws.send_to_user(run.user_id, body)
