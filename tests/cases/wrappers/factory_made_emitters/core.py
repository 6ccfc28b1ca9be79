class UserEmitter:
    def __init__(self, manager, owner, execution):
        self._manager = manager
        self._owner = owner
        self._execution = execution

    async def _emit(self, kind, **data):
        payload = {"type": kind, "execution": self._execution, **data}
        await self._manager.send_to_user(self._owner, payload)

    async def notify_agent_started(self, name):
        await self._emit("agent_started", agent=name)

    async def notify_agent_completed(self, name, result=None):
        await self._emit("agent_completed", agent=name, result=result)
