"""A subclass of a hub keyed by run, and a function that makes it."""


class RunHub:
    def __init__(self, ws):
        self.ws = ws
        self.log = []

    async def send_message(self, run_id, message):
        raise NotImplementedError


class LoggingHub(RunHub):
    async def send_message(self, run_id, message):
        self.log.append((run_id, message))


class OwnerHub(RunHub):
    owner = "operator"

    async def send_message(self, run_id, message):
        await self.ws.send_to_user(self.owner, {"run_id": run_id, **message})


def make_hub(ws, flag):
    return LoggingHub(ws) if flag else OwnerHub(ws)


async def main(manager, run_id, user_id, flag):
    hub = make_hub(manager, flag)
    await hub.send_message(run_id, {"n": 1})
    await OwnerHub(manager).send_message(run_id, {"for": user_id})
