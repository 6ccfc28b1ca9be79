"""Sessions are cached by their id; who owns one is read from the cached object."""


class Session:
    def __init__(self, key, owner):
        self.key = key
        self.owner = owner
        self.seen = 0

    def touch(self):
        self.seen += 1
        return self


class SessionCache:
    def __init__(self, limit=10):
        self._by_id = {}
        self._limit = limit

    def get_or_create(self, key, owner=None):
        session = self._by_id.get(key)
        if session is None:
            session = Session(key, owner)
            self._by_id[key] = session
            self._evict()
        return session.touch()

    def _evict(self):
        while len(self._by_id) > self._limit:
            self._by_id.pop(next(iter(self._by_id)))

    def all(self):
        return list(self._by_id.values())


async def broadcast(ws, cache):
    for session in cache.all():
        if session.owner:
            await ws.send_to_user(session.owner, {"all": True})


async def main(manager, run_id, user_id):
    cache = SessionCache()
    cache.get_or_create(run_id, owner=user_id)
    session = cache.get_or_create(run_id)
    await manager.send_to_user(session.owner, {"n": 1})
    await manager.send_to_user(session.key, {"n": 2})
    await broadcast(manager, cache)
    cache.get_or_create("other", owner=run_id)
    await broadcast(manager, cache)
