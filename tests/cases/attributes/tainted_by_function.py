"""A function that stores the run id in an object it is given."""


class State:
    def __init__(self, user_id):
        self.target = user_id


def attach(state, identifier):
    state.target = identifier


async def main(manager, run_id, user_id):
    state = State(user_id)
    await manager.send_to_user(state.target, {"stage": 1})
    attach(state, run_id)
    await manager.send_to_user(state.target, {"stage": 2})
