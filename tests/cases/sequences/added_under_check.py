"""Something is added to containers where they are not empty."""


class Outbox:
    def __init__(self, ws):
        self.ws = ws
        self.waiting = ["lobby"]
        self.named = {"first": "lobby"}

    def add(self, who):
        if self.waiting:
            self.waiting.append(who)
        if self.named:
            self.named.update(last=who)

    async def flush(self):
        await self.ws.send_to_user(self.named["first"], {"n": 1})
        await self.ws.send_to_user(self.named["last"], {"n": 2})
        while self.waiting:
            await self.ws.send_to_user(self.waiting.pop(), {"n": 3})


async def main(manager, run_id, user_id):
    outbox = Outbox(manager)
    outbox.add(run_id)
    await outbox.flush()
    proper = Outbox(manager)
    proper.add(user_id)
    await proper.flush()
