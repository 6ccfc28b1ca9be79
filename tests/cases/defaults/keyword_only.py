"""Keyword-only parameters with defaults."""

FALLBACK = "run_0"


async def push(hub, *, to=FALLBACK, body=None):
    await hub.send_message(to, body or {})


async def main(manager, user_id):
    await push(manager, to=user_id)
    await push(manager)
