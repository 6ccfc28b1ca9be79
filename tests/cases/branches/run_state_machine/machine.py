from states import TRANSITIONS, State


class RunMachine:
    def __init__(self, ws, scope):
        self.ws = ws
        self.scope = scope
        self.state = State.IDLE

    async def fire(self, trigger):
        try:
            self.state, action = TRANSITIONS[self.state, trigger]
        except KeyError:
            raise ValueError(f"no {trigger} in {self.state}") from None
        await getattr(self, action)()

    async def _announce(self):
        await self.ws.send_to_user(self.scope["owner"], {"state": self.state.value})

    async def _alarm(self):
        await self.ws.send_to_user(self.scope["job"], {"state": self.state.value})
