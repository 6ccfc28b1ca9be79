"""`get` with the run id as its default, and nested `get`s."""


class OwnerCache:
    def __init__(self):
        self._by_run = {}

    def remember(self, run_id, person):
        self._by_run[run_id] = person

    def owner(self, run_id):
        return self._by_run.get(run_id, run_id)

    def owner_or_none(self, run_id):
        return self._by_run.get(run_id)


async def main(manager, run_id, user_id, flag):
    cache = OwnerCache()
    if flag:
        cache.remember(run_id, user_id)
    await manager.send_to_user(cache.owner(run_id), {"n": 1})
    person = cache.owner_or_none(run_id)
    if person:
        await manager.send_to_user(person, {"n": 2})
