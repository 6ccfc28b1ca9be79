"""A project's predicate with an early exit."""


def is_internal(identifier):
    prefix = "run_"
    return identifier[: len(prefix)] == prefix


async def tell(ws, identifier):
    if is_internal(identifier):
        return
    await ws.send_message(identifier, {"n": 1})


async def main(manager, run_id, user_id):
    await tell(manager, run_id)
    await tell(manager, user_id or "nobody")
