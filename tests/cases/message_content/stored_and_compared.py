"""The run id is compared, stored, hashed and used as a key before the send."""


class Deduplicator:
    def __init__(self):
        self.seen = set()
        self.last = None

    def first_time(self, key):
        if key in self.seen or key == self.last:
            return False
        self.seen.add(key)
        self.last = key
        return True


async def main(manager, run_id, user_id):
    once = Deduplicator()
    if once.first_time(run_id):
        await manager.send_to_user(user_id, {"n": 1})
    if once.last == run_id and run_id in once.seen:
        await manager.send_to_user(user_id, {"n": 2, "digest": hash(run_id)})
    await manager.send_to_user(once.last, {"n": 3})
