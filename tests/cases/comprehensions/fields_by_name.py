"""Fields are picked out of a record by their names, known or read from somewhere"""

import json

ROUTING = ("thread_id", "user_id")


def wanted():
    return json.loads('["user_id", "run_id"]')


def routing_of(record):
    return {name: record[name] for name in ROUTING if name in record}


def picked(record):
    return {name: record[name] for name in wanted() if name in record}


def found(record):
    names = wanted()
    return {name: record.get(name) for name in names}


async def send(ws, thread_id=None, user_id=None):
    if thread_id:
        await ws.send_to_thread(thread_id, {"n": 1})
    elif user_id:
        await ws.send_to_user(user_id, {"n": 2})


async def main(manager, run_id, thread_id, user_id):
    record = {"run_id": run_id, "thread_id": thread_id, "user_id": user_id, "n": 1}
    await send(manager, **routing_of(record))
    await manager.send_to_user(picked(record)["user_id"], {"n": 3})
    await manager.send_to_user(picked(record)["run_id"], {"n": 4})
    await manager.send_to_user(found(record)["user_id"], {"n": 5})
    await manager.send_to_user(found(record)["run_id"], {"n": 6})
