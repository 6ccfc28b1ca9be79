"""Another name for a method, in the class body."""


class Emitter:
    def __init__(self, ws):
        self.ws = ws

    async def emit(self, to, body):
        await self.ws.send_to_user(to, body)

    publish = emit


class Loud(Emitter):
    shout = Emitter.publish


async def main(manager, run_id, user_id):
    await Emitter(manager).publish(user_id, {"n": 1})
    await Emitter(manager).publish(run_id, {"n": 2})
    await Loud(manager).shout(run_id, {"n": 3})
