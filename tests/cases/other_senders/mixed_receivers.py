"""One class with a manager, a bot, a bus and a queue, all of which send."""


class Bot:
    async def send_message(self, chat_id, text, **options):
        return (chat_id, text, options)


class Bus:
    def __init__(self):
        self.topics = {}

    async def send_message(self, topic, event):
        self.topics.setdefault(topic, []).append(event)


class Pipe:
    def __init__(self):
        self.items = []

    def send_message(self, item):
        self.items.append(item)


class Service:
    def __init__(self, ws, bot=None):
        self.ws = ws
        self.bot = bot or Bot()
        self.bus = Bus()
        self.pipe = Pipe()

    async def finished(self, run_id, user_id):
        await self.bot.send_message(run_id, "done")
        await self.bus.send_message(run_id, {"user": user_id})
        self.pipe.send_message(run_id)
        await self.ws.send_message(user_id, {"run_id": run_id})
        bot, bus = self.bot, self.bus
        await bot.send_message(chat_id=run_id, text="done")
        await bus.send_message(topic=run_id, event={})
        for channel in (self.bus, Bus()):
            await channel.send_message(run_id, {"n": 1})

    async def failed(self, run_id):
        await self.ws.send_message(run_id, {"failed": True})


async def main(manager, run_id, user_id):
    service = Service(manager)
    await service.finished(run_id, user_id)
    await service.failed(run_id)
