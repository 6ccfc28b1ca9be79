from .notifier import Notifier


class AgentBridge:
    def __init__(self, manager):
        self._notifier = Notifier(manager)

    async def started(self, job, owner=None, room=None):
        if room:
            await self._notifier.room(room, {"started": job})
        elif owner:
            await self._notifier.person(owner, {"started": job})

    async def error(self, target, text):
        await self._notifier.person(target, {"error": text})
