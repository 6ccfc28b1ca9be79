"""A helper whose name promises a user id and whose body gives the run id."""


class CommunicationMixin:
    def _get_websocket_user_id(self, run_id):
        if hasattr(self, "user_id") and self.user_id:
            return self.user_id
        return run_id


class Agent(CommunicationMixin):
    def __init__(self, ws, user_id):
        self.ws = ws
        self.user_id = user_id

    async def notify(self, run_id):
        recipient = self._get_websocket_user_id(run_id)
        await self.ws.send_to_user(recipient, {"type": "agent_thinking"})


async def main(manager, run_id, user_id):
    await Agent(manager, user_id).notify(run_id)
