"""An execution's target changes over its life: a run first, then a person, then nobody."""


class Execution:
    def __init__(self, run_id):
        self.run_id = run_id
        self.target = run_id
        self.history = []

    def assign(self, user):
        self.history.append(self.target)
        self.target = user

    def release(self):
        self.target = None

    def reset(self):
        self.target = self.run_id


async def tell(manager, execution, text):
    await manager.send_to_user(execution.target, {"text": text})


async def main(manager, run_id, user_key):
    execution = Execution(run_id)
    execution.assign(user_key)
    await manager.send_to_user(execution.target, {"history": execution.history})
    await tell(manager, execution, "assigned")
    execution.reset()
    await tell(manager, execution, "reset")
    execution.release()
    await tell(manager, execution, "released")
    second = Execution(run_id)
    second.target = user_key
    await manager.send_to_user(second.target, {"run": second.run_id})
    await manager.send_to_user(execution.history[0], {"n": 5})
