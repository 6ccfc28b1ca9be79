"""Closures made in a loop, bound now and bound late."""

import functools


async def main(manager, run_id, user_id):
    senders = []
    for who in (run_id, user_id):

        async def send(body, who=who):
            await manager.send_to_user(who, body)

        senders.append(send)
    await senders[0]({"n": 1})
    late = []
    for each in (run_id, user_id):

        async def later(body):
            await manager.send_to_user(each, body)

        late.append(functools.partial(later, {"n": 2}))
    for call in late:
        await call()
