"""A class inside a function captures its argument."""


def make_handler(hub, key):
    class Handler:
        address = key

        async def handle(self, body):
            await hub.send_to_user(key, body)

        async def handle_default(self, body):
            await hub.send_to_user("operator", {"from": self.address, **body})

    return Handler()


async def main(manager, run_id, user_id):
    await make_handler(manager, run_id).handle_default({"n": 1})
    await make_handler(manager, user_id).handle({"n": 2})
    await make_handler(manager, run_id).handle({"n": 3})
