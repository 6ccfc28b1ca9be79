"""A setter that refuses run ids, and one that does not."""


class Guarded:
    def __init__(self):
        self._who = "operator"

    @property
    def who(self):
        return self._who

    @who.setter
    def who(self, value):
        if value and not value.startswith("run_"):
            self._who = value


class Open:
    def __init__(self):
        self._who = "operator"

    @property
    def who(self):
        return self._who

    @who.setter
    def who(self, value):
        if value:
            self._who = value


async def main(manager, run_id, user_id):
    guarded, opened = Guarded(), Open()
    guarded.who = run_id
    await manager.send_to_user(guarded.who, {"n": 1})
    opened.who = user_id
    await manager.send_to_user(opened.who, {"n": 2})
    opened.who = run_id
    await manager.send_to_user(opened.who, {"n": 3})
