"""Services come from a container with factories"""

from __future__ import annotations

from di import Container
from domain import Directory, Messenger, Settings


def make_container(ws, verbose) -> Container:
    container = Container()
    container.register(Settings, lambda _: Settings("support", verbose))
    container.register(Directory, lambda _: Directory())
    container.register(
        Messenger, lambda c: Messenger(ws, c.resolve(Directory), c.resolve(Settings))
    )
    return container


class RunController:
    def __init__(self, container: Container) -> None:
        self.messenger = container.resolve(Messenger)
        self.directory = container.resolve(Directory)

    async def start(self, run_id: str, user_id: str | None) -> None:
        if user_id:
            self.directory.assign(run_id, user_id)
        await self.messenger.tell_owner(run_id, "started")

    async def finish(self, run_id: str) -> None:
        await self.messenger.tell(run_id, "finished")


async def main(manager, run_id, user_id, verbose):
    container = make_container(manager, verbose)
    controller = RunController(container)
    await controller.start(run_id, user_id)
    await controller.finish(run_id)
    messenger: Messenger = container.resolve(Messenger)
    await messenger.tell(user_id, "bye")
    await manager.send_to_user(controller.directory.owner(run_id), {"n": 1})
