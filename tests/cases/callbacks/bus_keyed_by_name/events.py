_subscribers = {}


def on(name):
    """Subscribe the decorated coroutine function to a named event."""

    def wrap(function):
        _subscribers.setdefault(name, []).append(function)
        return function

    return wrap


async def emit(name, **payload):
    for function in _subscribers.get(name, []):
        await function(**payload)
