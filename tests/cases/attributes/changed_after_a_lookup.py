"""A service looks a session up and changes it; another one reads it, looked up again"""


class Session:
    def __init__(self, key):
        self.key = key
        self.people = []
        self.owner = None
        self.trace = None

    def enlist(self, who):
        self.people.append(who)

    def claim(self, owner, trace):
        self.owner = owner
        self.trace = trace


class Registry:
    def __init__(self):
        self._sessions = {}

    def open(self, key):
        self._sessions[key] = Session(key)

    def find(self, key):
        return self._sessions[key]

    def get(self, key):
        if key not in self._sessions:
            self._sessions[key] = Session(key)
        return self._sessions[key]


class Desk:
    def __init__(self, ws, registry: Registry):
        self.ws = ws
        self.registry = registry

    def join(self, key, who):
        self.registry.find(key).enlist(who)

    def claim(self, key, owner, trace):
        session = self.registry.find(key)
        session.claim(owner, trace)

    def mark(self, key, trace):
        session = self.registry.get(key)
        session.trace = trace

    async def tell(self, key):
        session = self.registry.find(key)
        for who in session.people:
            await self.ws.send_to_user(who, {"n": 1})
        await self.ws.send_to_user(session.owner, {"n": 2})
        await self.ws.send_to_user(session.trace, {"n": 3})

    async def tell_marked(self, key):
        await self.ws.send_to_user(self.registry.get(key).owner, {"n": 4})
        await self.ws.send_to_user(self.registry.get(key).trace, {"n": 5})


async def main(manager, run_id, user_id):
    registry = Registry()
    registry.open("first")
    desk = Desk(manager, registry)
    desk.join("first", run_id)
    desk.claim("first", user_id, run_id)
    await desk.tell("first")
    desk.mark("second", run_id)
    await desk.tell_marked("second")
