class Plugin:
    _registry = {}

    def __init_subclass__(cls, name="", **kwargs):
        super().__init_subclass__(**kwargs)
        if name:
            Plugin._registry[name] = cls
            cls.name = name

    def __init__(self, ws):
        self.ws = ws

    @classmethod
    def create(cls, name, ws):
        return cls._registry[name](ws)

    @classmethod
    def all(cls, ws):
        return [kind(ws) for kind in cls._registry.values()]

    async def handle(self, event):
        raise NotImplementedError

    async def close(self, event):
        pass
