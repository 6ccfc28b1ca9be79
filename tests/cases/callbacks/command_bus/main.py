"""Commands are dispatched to handler classes that are found by the command's class."""

import handlers  # noqa: F401
from bus import CommandBus
from commands import CloseRun, NotifyOwner


async def main(manager, run_id, user_id):
    bus = CommandBus(manager)
    await bus.dispatch(NotifyOwner(owner=user_id, text="ready"))
    await bus.dispatch(CloseRun(execution=run_id))
    await bus.dispatch(NotifyOwner(owner=run_id, text="mistaken"))
