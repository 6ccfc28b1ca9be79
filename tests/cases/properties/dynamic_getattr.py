"""`__getattr__` delegates to a wrapped object."""


class Inner:
    def __init__(self, who, job):
        self.who = who
        self.job = job


class Proxy:
    def __init__(self, inner):
        self._inner = inner

    def __getattr__(self, name):
        return getattr(self._inner, name)


async def main(manager, run_id, user_id):
    proxy = Proxy(Inner(user_id, run_id))
    await manager.send_to_user(proxy.who, {"n": 1})
    await manager.send_to_user(proxy.job, {"n": 2})
