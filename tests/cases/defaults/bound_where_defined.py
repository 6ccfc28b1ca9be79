"""Defaults of inner functions keep what a name held where they were defined."""


def bound_to(first, then):
    target = first

    def told(to=target):
        return to

    target = then
    return told


async def main(manager, run_id, user_id):
    target = run_id

    def early(to=target):
        return to

    target = user_id

    def late(*, to=target):
        return to

    send = lambda message, to=target: manager.send_to_user(to, message)
    target = run_id
    await manager.send_to_user(early(), {"n": 1})
    await manager.send_to_user(late(), {"n": 2})
    await send({"n": 3})
    await send({"n": 4}, target)
    tellers = []
    for person in (user_id, "operator"):

        async def tell(message, to=person):
            await manager.send_to_user(to, message)

        tellers.append(tell)
    person = run_id
    for each in tellers:
        await each({"n": 5, "last": person})
    await manager.send_to_user(bound_to(user_id, run_id)(), {"n": 6})
    await manager.send_to_user(bound_to(run_id, user_id)(), {"n": 7})
