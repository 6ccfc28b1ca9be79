"""Subclasses choose the target."""

from abc import ABC, abstractmethod


class Notifier(ABC):
    def __init__(self, manager, context):
        self.manager = manager
        self.context = context

    @abstractmethod
    def target(self): ...

    async def notify(self):
        await self.manager.send_to_user(self.target(), {"kind": type(self).__name__})


class ToOwner(Notifier):
    def target(self):
        return self.context["owner"]


class ToRun(Notifier):
    def target(self):
        return self.context["run"]

    async def notify(self):
        await super().notify()


async def main(manager, run_id, user_id):
    context = {"owner": user_id, "run": run_id}
    await ToOwner(manager, context).notify()
    await ToRun(manager, context).notify()
