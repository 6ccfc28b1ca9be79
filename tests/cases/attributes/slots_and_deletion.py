"""`__slots__`, deletion, and a default by `getattr`."""


class Slot:
    __slots__ = ("key", "owner")

    def __init__(self, owner, key):
        self.owner = owner
        self.key = key


async def main(manager, run_id, user_id):
    slot = Slot(user_id, run_id)
    await manager.send_to_user(slot.owner, {"n": 1})
    await manager.send_to_user(getattr(slot, "key"), {"n": 2})
    del slot.key
    await manager.send_to_user(getattr(slot, "key", "gone"), {"n": 3})
    slot.key = slot.owner
    await manager.send_to_user(slot.key, {"n": 4})
