from functools import reduce


class Pipeline:
    def __init__(self, terminal):
        self._terminal = terminal
        self._layers = []

    def use(self, layer):
        self._layers.append(layer)
        return self

    def build(self):
        return reduce(lambda inner, layer: layer(inner), reversed(self._layers), self._terminal)

    async def process(self, message):
        handler = self.build()
        return await handler(message)
