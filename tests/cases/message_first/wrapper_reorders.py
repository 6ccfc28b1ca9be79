"""A wrapper takes the message first and hands it on in the manager's order."""


class Outbox:
    def __init__(self, ws):
        self.ws = ws

    async def publish(self, body, *, to):
        await self.ws.send_to_user(to, body)

    async def publish_all(self, body, people):
        for person in people:
            await self.publish(body, to=person)


async def main(manager, run_id, user_id):
    outbox = Outbox(manager)
    await outbox.publish(run_id, to=user_id)
    await outbox.publish_all(run_id, [user_id, "lobby"])
    await outbox.publish(user_id, to=run_id)
    await outbox.publish_all(user_id, ["lobby", run_id])
