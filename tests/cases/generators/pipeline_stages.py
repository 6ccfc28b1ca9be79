"""Generators fed by generators, with a filter between them."""


def produce(run_id, user_id):
    yield user_id or "nobody"
    yield run_id


def only_people(source):
    for value in source:
        if value.startswith("run_"):
            continue
        yield value


def everyone(source):
    for value in source:
        if value:
            yield value


async def main(manager, run_id, user_id):
    for who in only_people(produce(run_id, user_id)):
        await manager.send_to_user(who, {"n": 1})
    for who in everyone(produce(run_id, user_id)):
        await manager.send_to_user(who, {"n": 2})
