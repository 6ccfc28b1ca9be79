class SubscriptionNotifier:
    def __init__(self, ws, index):
        self.ws = ws
        self.index = index

    async def publish(self, run_id, message):
        for user_id in self.index.subscribers(run_id):
            await self.ws.send_to_user(user_id, {"run": run_id, **message})

    async def summary(self, user_id):
        runs = self.index.runs(user_id)
        if runs:
            await self.ws.send_to_user(user_id, {"runs": runs})

    async def announce_topics(self):
        for topic in self.index.topics():
            await self.ws.send_to_user(topic, {"topic": True})
