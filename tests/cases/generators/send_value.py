"""A value sent into a generator."""


def sink(hub):
    while True:
        recipient = yield
        if recipient is None:
            return
        hub.send_to_user(recipient, {"sunk": True})


async def main(manager, run_id):
    drain = sink(manager)
    next(drain)
    drain.send(run_id)
