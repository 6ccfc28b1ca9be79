"""The attribute if the object has it, else the run id."""


class Bare:
    pass


class Session:
    def __init__(self, user_id):
        self.owner = user_id


def resolve(state, run_id):
    return state.owner if hasattr(state, "owner") else run_id


async def main(manager, run_id, user_id, flag):
    state = Session(user_id) if flag else Bare()
    await manager.send_to_user(resolve(state, run_id), {"n": 1})
    state = Session(user_id)
    await manager.send_to_user(state.owner if state else "none", {"n": 2})
