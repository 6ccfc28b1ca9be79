"""The same helper, repaired."""


class CommunicationMixin:
    def _get_websocket_user_id(self, run_id):
        return getattr(self, "user_id", None)


class Agent(CommunicationMixin):
    def __init__(self, ws, user_id):
        self.ws = ws
        self.user_id = user_id

    async def notify(self, run_id):
        recipient = self._get_websocket_user_id(run_id)
        if recipient:
            await self.ws.send_to_user(recipient, {"type": "agent_thinking", "run_id": run_id})


async def main(manager, run_id, user_id):
    await Agent(manager, user_id).notify(run_id)
