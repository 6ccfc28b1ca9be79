"""Dictionaries are filtered by comprehensions whose conditions cannot all be told."""


def without_empty(**fields):
    return {name: value for name, value in fields.items() if value is not None}


def only(fields, *names):
    return {name: fields[name] for name in names if fields.get(name)}


class Event:
    def __init__(self, kind, address):
        self.kind = kind
        self.address = address


async def main(manager, run_id, user_id, thread_id):
    fields = without_empty(recipient=user_id, run_id=run_id, thread_id=thread_id)
    await manager.send_to_user(fields.get("recipient"), fields)
    await manager.send_to_thread(fields.get("thread_id"), fields)
    await manager.send_to_user(fields["run_id"], {"n": 1})
    for value in only(fields, "recipient").values():
        await manager.send_to_user(value, {"n": 2})
    for value in only(fields, "recipient", "run_id").values():
        await manager.send_to_user(value, {"n": 3})
    swapped = {value: name for name, value in fields.items() if value}
    await manager.send_to_user(swapped.get(run_id), {"n": 4})
    for key in swapped:
        await manager.send_to_user(key, {"n": 5})
    events = [Event("user", user_id), Event("run", run_id), Event("user", "user_second")]
    for event in [event for event in events if event.kind == "user" and event.address]:
        await manager.send_to_user(event.address, {"n": 6})
    for address in [event.address for event in events if event.kind != "user"]:
        await manager.send_to_user(address, {"n": 7})
