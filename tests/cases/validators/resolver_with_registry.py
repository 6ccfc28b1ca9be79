"""A resolver asks a registry of runs for the owner, and refuses what is still a run."""

import re

_RUN = re.compile(r"^run_[0-9a-f-]+$")


class RoutingError(ValueError):
    """Raised when there is nobody to send to."""


class RunRegistry:
    def __init__(self):
        self._owners = {}

    def register(self, run_id, owner):
        self._owners[run_id] = owner

    def owner(self, run_id):
        try:
            return self._owners[run_id]
        except KeyError:
            raise RoutingError(run_id) from None

    def resolve(self, candidate):
        """Return a user: the candidate itself, or the owner of the run that it is."""
        if _RUN.match(candidate):
            return self.owner(candidate)
        return candidate

    def resolve_loosely(self, candidate):
        if candidate in self._owners:
            candidate = self._owners[candidate]
        return candidate


class Notifier:
    def __init__(self, manager, registry):
        self.manager = manager
        self.registry = registry

    async def notify(self, candidate, text):
        target = self.registry.resolve(candidate)
        await self.manager.send_to_user(target, {"text": text})

    async def notify_loosely(self, candidate, text):
        target = self.registry.resolve_loosely(candidate)
        await self.manager.send_to_user(target, {"text": text})


async def main(manager, run_id, parent_run_id, user_key):
    registry = RunRegistry()
    registry.register(run_id, user_key)
    notifier = Notifier(manager, registry)
    await notifier.notify(run_id, "started")
    await notifier.notify(user_key, "started")
    try:
        await notifier.notify(parent_run_id, "child started")
    except RoutingError as error:
        print("nobody for", error)
    await notifier.notify_loosely(parent_run_id, "child started")
