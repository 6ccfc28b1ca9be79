"""`getattr` with a constant name."""


async def main(manager, run_id, user_id):
    method = getattr(manager, "send_to_user")
    await method(run_id, {"n": 1})
    optional = getattr(manager, "send_to_thread", None)
    if optional:
        await optional(run_id, {"n": 2})
