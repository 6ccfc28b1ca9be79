HANDLERS = {}


def handles(command):
    def register(cls):
        HANDLERS[command] = cls
        return cls

    return register


class CommandBus:
    def __init__(self, ws):
        self.ws = ws

    async def dispatch(self, command):
        handler = HANDLERS[type(command)](self.ws)
        await handler.handle(command)
