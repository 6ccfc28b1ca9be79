"""A scope that yields its own ids, and restores what it changed."""

from contextlib import asynccontextmanager


@asynccontextmanager
async def execution(state, run_id):
    before = state["current"]
    state["current"] = run_id
    try:
        yield state
    finally:
        state["current"] = before


async def main(manager, run_id, user_id):
    state = {"current": user_id, "owner": user_id}
    async with execution(state, run_id) as inner:
        await manager.send_to_user(inner["owner"], {"n": 1})
        await manager.send_to_user(inner["current"], {"n": 2})
