"""A session's state is restored from a dictionary, changed and saved again."""

import copy


class SessionState:
    def __init__(self):
        self.run_id = None
        self.owner = None
        self.subscribers = []
        self.current = None

    @classmethod
    def restore(cls, saved):
        state = cls()
        state.__dict__.update(saved)
        return state

    def save(self):
        return dict(self.__dict__)

    def begin(self, run_id):
        self.run_id = run_id
        self.current = run_id

    def finish(self):
        self.current = self.owner

    def subscribe(self, who):
        if who not in self.subscribers:
            self.subscribers.append(who)


async def main(manager, run_id, user_id):
    state = SessionState()
    state.owner = user_id
    state.begin(run_id)
    state.subscribe(user_id)
    for who in state.subscribers:
        await manager.send_to_user(who, {"n": 1})
    await manager.send_to_user(state.current, {"n": 2})
    snapshot = copy.copy(state)
    state.finish()
    await manager.send_to_user(state.current, {"n": 3})
    await manager.send_to_user(snapshot.current, {"n": 4})
    saved = state.save()
    await manager.send_to_user(saved["owner"], {"n": 5})
    await manager.send_to_user(saved["run_id"], {"n": 6})
    back = SessionState.restore({"run_id": run_id, "owner": user_id})
    await manager.send_to_user(back.owner, {"n": 7})
