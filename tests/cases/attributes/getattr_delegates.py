"""``__getattr__`` hands unknown attributes to what is wrapped."""


class Context:
    def __init__(self, run_id, user_id):
        self.run = run_id
        self.user = user_id


class Scoped:
    def __init__(self, inner, **extra):
        self._inner = inner
        self._extra = extra

    def __getattr__(self, name):
        if name in self._extra:
            return self._extra[name]
        return getattr(self._inner, name)


async def main(manager, run_id, user_id):
    scoped = Scoped(Context(run_id, user_id))
    if scoped.user:
        await manager.send_to_user(scoped.user, {"n": 1})
    await manager.send_to_user(scoped.run, {"n": 2})
    named = Scoped(Context(run_id, user_id), target=user_id)
    if named.target:
        await manager.send_to_user(named.target, {"n": 3})
