"""Attributes and keys called `run_id`."""


class Context:
    def __init__(self, run_id):
        self.run_id = run_id


async def main(manager, run_id):
    context, state = Context(run_id), {"run_id": run_id}
    await manager.send_to_user(context.run_id, {"n": 1})
    await manager.send_to_user(state["run_id"], {"n": 2})
    await manager.send_to_user(state.get("run_id"), {"n": 3})
    await manager.send_to_user(getattr(context, "run_id", None), {"n": 4})
