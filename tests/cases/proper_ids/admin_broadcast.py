"""Broadcasts to administrators about a run."""

ADMINS = ("admin-1", "admin-2")


class Alerts:
    def __init__(self, ws, subscribers):
        self.ws = ws
        self.subscribers = set(subscribers)

    async def failed(self, run_id, error):
        message = {"type": "run_failed", "run_id": run_id, "error": str(error)}
        for person in sorted(self.subscribers | set(ADMINS)):
            await self.ws.send_to_user(person, message)


async def main(manager, run_id, user_id):
    await Alerts(manager, [user_id or "nobody"]).failed(run_id, ValueError(run_id))
