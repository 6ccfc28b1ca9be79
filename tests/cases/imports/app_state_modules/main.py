"""Modules share an application's state by setting attributes of one module."""

from notices import notify_fallback, notify_key, notify_owner
from startup import init_app, open_session


async def main(manager, run_id, user_id):
    init_app(manager, run_id)
    open_session("s1", user_id)
    await notify_owner("s1", "hello")
    open_session(run_id, user_id)
    await notify_key(run_id, "there")
    await notify_fallback("nobody")
