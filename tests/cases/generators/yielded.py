"""Values that a generator yields."""


def audience(run_id, user_id):
    yield user_id
    if run_id:
        yield run_id


def people(user_id):
    yield from [user_id]


async def main(manager, run_id, user_id):
    for recipient in audience(run_id, user_id):
        await manager.send_to_user(recipient, {"n": 1})
    for recipient in people(user_id):
        await manager.send_to_user(recipient, {"n": 2})
