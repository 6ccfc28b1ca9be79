"""`__str__` of an object that wraps an id."""


class RunKey:
    def __init__(self, value):
        self.value = value

    def __str__(self):
        return self.value


class Label:
    def __init__(self, run_id):
        self.run_id = run_id

    def __str__(self):
        return "a label"


async def main(manager, run_id, user_id):
    await manager.send_to_user(str(RunKey(user_id or "x")), {"n": 1})
    await manager.send_to_user(str(Label(run_id)), {"n": 2})
    await manager.send_to_user(str(RunKey(run_id)), {"n": 3})
