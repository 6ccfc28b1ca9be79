"""A property that returns a run id under another name."""


class ExecutionState:
    def __init__(self, run_id, user_id):
        self._run = run_id
        self._user = user_id

    @property
    def recipient(self):
        return self._run

    @property
    def owner(self):
        return self._user


async def main(manager, run_id, user_id):
    state = ExecutionState(run_id, user_id)
    await manager.send_to_user(state.owner, {"n": 1})
    await manager.send_to_user(state.recipient, {"n": 2})
