"""Sources where nothing is known of the caller."""


class Context:
    def __init__(self, **ids):
        self.__dict__.update(ids)


async def handle(ws, context):
    await ws.send_to_user(context.run_id, {"n": 1})
    await ws.send_to_thread(context.thread_id, {"n": 2})


async def handle_state(ws, state):
    await ws.send_to_user(state["run_id"], {"n": 3})


async def main(manager, run_id, thread_id):
    context = Context(run_id=run_id, thread_id=thread_id)
    await handle(manager, context)
    await handle_state(manager, {"run_id": run_id})
