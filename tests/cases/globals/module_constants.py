"""Constants name the fields of messages and the places of recipients."""

FIELD_TO = "to"
FIELD_RUN = "run_id"
FIELDS = (FIELD_TO, FIELD_RUN)
TO, RUN = range(2)
ROUTES = {"progress": FIELD_TO, "trace": FIELD_RUN}
_DEFAULTS = {FIELD_TO: "user_operator"}


def make(to, run_id):
    return {FIELD_TO: to, FIELD_RUN: run_id}


def values(message):
    return tuple(message[name] for name in FIELDS)


async def main(manager, run_id, user_id):
    message = make(user_id, run_id)
    await manager.send_to_user(message[FIELD_TO], {"n": 1})
    await manager.send_to_user(message[FIELD_RUN], {"n": 2})
    await manager.send_to_user(message[ROUTES["progress"]], {"n": 3})
    await manager.send_to_user(message[ROUTES["trace"]], {"n": 4})
    row = (user_id, run_id)
    await manager.send_to_user(row[TO], {"n": 5})
    await manager.send_to_user(row[RUN], {"n": 6})
    filled = {**_DEFAULTS, FIELD_RUN: run_id}
    await manager.send_to_user(filled[FIELD_TO], {"n": 7})
    to, run = values(message)
    await manager.send_to_user(to, {"run": run})
    await manager.send_to_user(run, {"n": 8})
