"""The receiver comes out of a function; its class takes the message first."""


class Publisher:
    def __init__(self, transport):
        self.transport = transport

    async def send_message(self, event, recipient):
        await self.transport.send_to_user(recipient, event)


_publisher = None


def get_publisher(transport):
    global _publisher
    if _publisher is None:
        _publisher = Publisher(transport)
    return _publisher


async def main(manager, run_id, user_id):
    publisher = get_publisher(manager)
    await publisher.send_message(run_id, user_id)
    await get_publisher(manager).send_message({"n": 2}, recipient=user_id)
    await publisher.send_message({"n": 3}, run_id)
