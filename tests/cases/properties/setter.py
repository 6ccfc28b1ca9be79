"""A setter stores the value elsewhere."""


class Target:
    def __init__(self):
        self._value = None

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, new):
        self._value = new.strip()


async def main(manager, run_id, user_id):
    target = Target()
    target.value = run_id
    await manager.send_to_user(target.value, {"n": 1})
    target.value = user_id or "nobody"
    await manager.send_to_user(target.value, {"n": 2})
