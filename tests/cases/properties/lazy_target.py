"""A target that is computed when it is first needed."""


class Task:
    def __init__(self, run_id, user_id):
        self.run_id = run_id
        self.user_id = user_id
        self._target = None

    @property
    def target(self):
        if self._target is None:
            self._target = self._find()
        return self._target

    @target.setter
    def target(self, value):
        self._target = value

    def _find(self):
        return self.user_id


async def main(manager, run_id, user_id):
    task = Task(run_id, user_id)
    await manager.send_to_user(task.target, {"n": 1})
    task.target = run_id
    await manager.send_to_user(task.target, {"n": 2})
