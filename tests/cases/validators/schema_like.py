"""A schema of fields and their checks cleans a payload before anything is sent."""


def text(value):
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def person(value):
    value = text(value)
    if value.startswith("run_"):
        raise ValueError("a run")
    return value


SCHEMA = {"to": person, "body": text}
LOOSE = {"to": text, "body": text}


def load(schema, payload):
    return {name: check(payload[name]) for name, check in schema.items()}


def try_load(schema, payload):
    try:
        return load(schema, payload), None
    except (TypeError, ValueError) as error:
        return None, error


async def main(manager, run_id, user_key):
    for to in (run_id, user_key):
        data, error = try_load(SCHEMA, {"to": to, "body": run_id})
        if error is None:
            await manager.send_to_user(data["to"], {"text": data["body"]})
        data, error = try_load(LOOSE, {"to": to, "body": "hi"})
        if data:
            await manager.send_to_user(data["to"], {"text": data["body"]})
