"""`yield from` another generator."""


def inner(identifier):
    yield identifier


def outer(identifier):
    yield "operator"
    yield from inner(identifier)


async def main(manager, run_id):
    for recipient in outer(run_id):
        await manager.send_to_user(recipient, {"n": 1})
