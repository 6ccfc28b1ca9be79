"""A property makes what it gives when it is first read; other methods find the same thing"""

from functools import cached_property


class Draft:
    def __init__(self):
        self.to = None


class Desk:
    def __init__(self, ws):
        self.ws = ws
        self._names = None
        self._draft = None

    @property
    def names(self):
        if self._names is None:
            self._names = []
        return self._names

    @property
    def draft(self):
        if self._draft is None:
            self._draft = Draft()
        return self._draft

    @cached_property
    def people(self):
        return []

    def take(self, run_id, user_id):
        self.names.append(run_id)
        self.people.append(user_id)
        self.draft.to = run_id

    async def tell(self):
        for name in self.names:
            await self.ws.send_to_user(name, {"n": 1})
        for person in self.people:
            await self.ws.send_to_user(person, {"n": 2})
        await self.ws.send_to_user(self.draft.to, {"n": 3})


async def main(manager, run_id, user_id):
    desk = Desk(manager)
    desk.take(run_id, user_id)
    await desk.tell()
