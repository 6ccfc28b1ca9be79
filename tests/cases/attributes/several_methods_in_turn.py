"""A service is called several times; each of its methods looks into what one has kept"""


class Turn:
    def __init__(self, role, author):
        self.role = role
        self.author = author


class Conversation:
    def __init__(self):
        self.turns = []

    def say(self, role, author):
        self.turns.append(Turn(role, author))

    def authors(self, *roles):
        wanted = set(roles)
        return [turn.author for turn in self.turns if turn.role in wanted and turn.author]

    def all_authors(self):
        return [turn.author for turn in self.turns]


class Store:
    def __init__(self):
        self._kept = {}

    def of(self, key):
        if key not in self._kept:
            self._kept[key] = Conversation()
        return self._kept[key]


class Service:
    def __init__(self, ws, store: Store):
        self.ws = ws
        self.store = store

    def ask(self, run_id, thread_id):
        self.store.of(thread_id).say("agent", run_id)

    async def credit(self, thread_id):
        for author in self.store.of(thread_id).authors("agent"):
            await self.ws.send_to_user(author, {"n": 1})

    async def credit_all(self, thread_id):
        for author in self.store.of(thread_id).all_authors():
            await self.ws.send_to_user(author, {"n": 2})

    async def thank(self, thread_id):
        for turn in self.store.of(thread_id).turns:
            await self.ws.send_to_user(turn.author, {"n": 3})


async def main(manager, run_id, thread_id):
    service = Service(manager, Store())
    service.ask(run_id, thread_id)
    await service.credit(thread_id)
    await service.credit_all(thread_id)
    await service.thank(thread_id)
