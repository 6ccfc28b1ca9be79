from collections import defaultdict


class Bus:
    def __init__(self):
        self._handlers = defaultdict(list)

    def on(self, *kinds):
        def register(handler):
            for kind in kinds:
                self._handlers[kind].append(handler)
            return handler

        return register

    async def publish(self, event):
        for kind in type(event).__mro__:
            for handler in self._handlers.get(kind, ()):
                await handler(event)


bus = Bus()
