"""A generator yields updates that a second one filters before they are sent."""


def updates(run_id, user_id):
    yield {"type": "start", "to": user_id, "run_id": run_id}
    for step in range(2):
        yield {"type": "step", "to": user_id, "step": step}
    yield {"type": "end", "to": run_id, "run_id": run_id}


def for_people(stream):
    for update in stream:
        if not update["to"] or update["to"].startswith("run_"):
            continue
        yield update


def numbered(stream):
    for number, update in enumerate(stream):
        yield number, update["to"], {**update, "number": number}


async def main(manager, run_id, user_id):
    for number, to, body in numbered(for_people(updates(run_id, user_id))):
        await manager.send_to_user(to, {"number": number, **body})
    for number, to, body in numbered(updates(run_id, user_id)):
        await manager.send_to_user(to, body)
    for update in for_people(updates(run_id, user_id)):
        await manager.send_to_user(update["to"], update)
    first = next(updates(run_id, user_id))
    await manager.send_to_user(first["to"], first)
    *_, last = updates(run_id, user_id)
    await manager.send_to_user(last["to"], last)
