"""Members of an enum choose the recipient."""

from enum import Enum


class Audience(Enum):
    PERSON = "person"
    JOB = "job"
    NOBODY = "nobody"


class Router:
    def __init__(self, ws, run_id, user_id):
        self.ws = ws
        self.run_id = run_id
        self.user_id = user_id

    def address(self, audience):
        match audience:
            case Audience.PERSON:
                return self.user_id
            case Audience.JOB:
                return self.run_id
            case _:
                return None

    async def send(self, audience, body):
        if address := self.address(audience):
            await self.ws.send_to_user(address, body)


async def main(manager, run_id, user_id):
    router = Router(manager, run_id, user_id)
    await router.send(Audience.PERSON, {"n": 1})
    await router.send(Audience.JOB, {"n": 2})
    await router.send(Audience.NOBODY, {"n": 3})
