"""Everything by keyword, in an order of its own."""


class Gateway:
    def __init__(self, transport):
        self.transport = transport

    async def send_message(self, *, body, target, kind="update"):
        await self.transport.send_to_user(target, {"kind": kind, "body": body})


async def main(manager, run_id, user_id):
    gateway = Gateway(manager)
    await gateway.send_message(body=run_id, target=user_id)
    await gateway.send_message(kind=run_id, target=user_id, body={})
    await gateway.send_message(body=user_id, target=run_id)
