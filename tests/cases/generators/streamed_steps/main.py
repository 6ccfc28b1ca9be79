"""An agent streams its steps; a supervisor decorates the stream and sends what comes."""

from agent import stream
from relay import addressed, relay


async def main(manager, run_id, user_id):
    await relay(manager, addressed(stream(run_id), user_id))
    await relay(manager, stream(run_id))
    async for update in addressed(stream(run_id), user_id):
        await manager.send_to_user(update["source"], {"n": 1})
