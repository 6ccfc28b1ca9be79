"""Sessions are kept, changed and read by several methods."""


class Session:
    def __init__(self, owner):
        self.owner = owner
        self.current = None
        self.history = []


class Desk:
    def __init__(self, manager):
        self.manager = manager
        self.sessions = {}

    def open(self, owner):
        session = self.sessions[owner] = Session(owner)
        return session

    def begin(self, owner, run_id):
        self.sessions[owner].current = run_id
        self.sessions[owner].history.append(run_id)

    async def tell(self, owner):
        session = self.sessions[owner]
        await self.manager.send_to_user(session.owner, {"n": 1})
        await self.manager.send_to_user(session.current, {"n": 2})
        await self.manager.send_to_user(session.history[0], {"n": 3})


async def main(manager, run_id, user_id):
    desk = Desk(manager)
    desk.open(user_id)
    desk.begin(user_id, run_id)
    await desk.tell(user_id)
