"""An exit stack, with a callback that sends."""

from contextlib import AsyncExitStack, nullcontext


async def main(manager, run_id, user_id):
    async with AsyncExitStack() as stack:
        stack.push_async_callback(manager.send_to_user, user_id, {"closed": run_id})
        entered = stack.enter_context(nullcontext(run_id))
        await manager.send_to_user(entered, {"n": 1})
