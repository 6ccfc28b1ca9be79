class ToolDispatcher:
    def __init__(self, tools):
        self._tools = tools
        self._before = []
        self._after = []

    def before(self, hook):
        self._before.append(hook)

    def after(self, hook):
        self._after.append(hook)

    async def dispatch(self, name, *args, execution):
        for hook in self._before:
            await hook(execution, name)
        result = await self._tools[name](*args)
        for hook in self._after:
            await hook(execution, result)
        return result
