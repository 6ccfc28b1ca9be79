"""The first value that is there, bound by one walrus of several."""


class ContextLike:
    def __init__(self, user_id, run_id):
        self.user_id = user_id
        self.run_id = run_id


async def announce(ws, context):
    if (who := context.user_id) or (who := context.run_id):
        await ws.send_to_user(who, {"type": "agent_started"})


async def main(manager, run_id, user_id):
    await announce(manager, ContextLike(user_id, run_id))
