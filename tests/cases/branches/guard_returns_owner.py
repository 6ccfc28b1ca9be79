"""Three early returns in a resolver, the last of them wrong."""


class SubAgentCommunication:
    def __init__(self, websocket_manager, user_id):
        self.websocket_manager = websocket_manager
        if user_id:
            self._user_id = user_id

    def _get_manager_owner(self, run_id):
        return getattr(self.websocket_manager, "default_owner", None)

    def _recipient(self, run_id):
        if hasattr(self, "_user_id"):
            return self._user_id
        found = self._get_manager_owner(run_id)
        if found:
            return found
        return self._last_resort(run_id)

    def _last_resort(self, run_id):
        return run_id

    async def update(self, run_id, data):
        if not self.websocket_manager:
            return
        await self.websocket_manager.send_message(self._recipient(run_id), data)


async def main(manager, run_id, user_id):
    await SubAgentCommunication(manager, user_id).update(run_id, {"run_id": run_id})
