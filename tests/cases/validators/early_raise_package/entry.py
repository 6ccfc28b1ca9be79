from guard import RecipientError, require_person


class Entry:
    def __init__(self, ws):
        self.ws = ws

    async def checked(self, dest, body):
        try:
            person = require_person(dest)
        except RecipientError:
            return False
        return await self._deliver(person, body)

    async def forgotten(self, dest, body):
        if dest is None:
            return False
        return await self._deliver(dest, body)

    async def _deliver(self, person, body):
        return await self.ws.send_to_user(person, body)
