"""A recipient is worked out once and kept."""

from functools import cached_property


class Execution:
    def __init__(self, run_id, owner=None, watchers=()):
        self.run_id = run_id
        self._owner = owner
        self._channel = None
        self.watchers = list(watchers)

    @property
    def channel(self):
        if self._channel is None:
            self._channel = self._find_channel()
        return self._channel

    def _find_channel(self):
        if self._owner:
            return self._owner
        return "user_operator"

    @cached_property
    def audience(self):
        return [self.channel, *self.watchers]

    @property
    def key(self):
        if not hasattr(self, "_key"):
            self._key = f"{self.run_id}"
        return self._key


class LooseExecution(Execution):
    def _find_channel(self):
        return self._owner or self.run_id


async def main(manager, run_id, user_id):
    execution = Execution(run_id, user_id, ["user_lead"])
    await manager.send_to_user(execution.channel, {"n": 1})
    await manager.send_to_user(execution.channel, {"n": 2})
    for person in execution.audience:
        await manager.send_to_user(person, {"n": 3})
    await manager.send_to_user(execution.key, {"n": 4})
    loose = LooseExecution(run_id, user_id)
    await manager.send_to_user(loose.channel, {"n": 5})
    await manager.send_to_user(loose.audience[0], {"n": 6})
    watched = Execution(run_id, user_id, watchers=[run_id])
    await manager.send_to_user(watched.audience[0], {"n": 7})
    await manager.send_to_user(watched.audience[1], {"n": 8})
