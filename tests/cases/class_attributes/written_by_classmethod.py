"""Written by a class method."""


class Current:
    value = None

    @classmethod
    def enter(cls, run_id):
        cls.value = run_id


async def main(manager, run_id):
    Current.enter(run_id)
    await manager.send_to_user(Current.value, {"n": 1})
