"""Read by `getattr`, `get` and `pop` where nothing else is known."""


async def first(ws, state):
    await ws.send_to_user(getattr(state, "run_id"), {"n": 1})
    await ws.send_to_user(getattr(state, "run_id", None), {"n": 2})
    await ws.send_to_user(getattr(state, "user_id", None), {"n": 3})


async def second(ws, payload):
    await ws.send_to_user(payload.get("run_id"), {"n": 4})
    await ws.send_to_user(payload.get("user_id"), {"n": 5})
    await ws.send_to_user(payload.pop("run_id"), {"n": 6})


class State:
    def __init__(self, run_id, user_id):
        self.run_id, self.user_id = run_id, user_id


async def main(manager, run_id, user_id):
    await first(manager, State(run_id, user_id))
    await second(manager, {"run_id": run_id, "user_id": user_id})
