"""Small normalisers are applied one after the other, as in a request handler."""


def stripped(value):
    return value.strip() if value else ""


def without_run(value):
    return "" if value.startswith("run_") else value


def lowered(value):
    return value.lower()


def first_of(*values):
    for value in values:
        if value:
            return value
    return ""


def recipient_of(payload):
    raw = payload.get("recipient") or payload.get("user_id") or payload.get("run_id")
    return without_run(lowered(stripped(raw)))


def careless_recipient_of(payload):
    raw = payload.get("recipient") or payload.get("user_id") or payload.get("run_id")
    return lowered(stripped(raw))


async def handle(manager, payload):
    target = recipient_of(payload)
    if not target:
        return
    await manager.send_to_user(target, {"text": payload["text"]})


async def handle_carelessly(manager, payload):
    target = careless_recipient_of(payload)
    if target:
        await manager.send_to_user(target, {"text": payload["text"]})


async def main(manager, run_id, user_key):
    payload = {"run_id": run_id, "user_id": user_key, "text": "done"}
    await handle(manager, payload)
    await handle_carelessly(manager, payload)
    value = stripped(run_id)
    value = without_run(value)
    value = first_of(value, user_key)
    await manager.send_to_user(value, {"text": "again"})
    await manager.send_to_user(first_of(without_run(user_key), run_id), {"text": "last"})
