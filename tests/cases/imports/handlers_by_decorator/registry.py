HANDLERS = {}


def handles(kind):
    def register(function):
        HANDLERS[kind] = function
        return function

    return register


async def dispatch(kind, ws, event):
    handler = HANDLERS.get(kind)
    if handler is not None:
        await handler(ws, event)
