"""A wrapper that takes the whole context."""


class Context:
    def __init__(self, run_id, user_id):
        self.run_id = run_id
        self.user_id = user_id


async def status(hub, context, text):
    await hub.send_to_user(context.user_id, {"text": text, "run_id": context.run_id})


async def wrong_status(hub, context, text):
    await hub.send_to_user(context.run_id, {"text": text})


async def main(manager, run_id, user_id):
    context = Context(run_id, user_id)
    await status(manager, context, "right")
    await wrong_status(manager, context, "wrong")
