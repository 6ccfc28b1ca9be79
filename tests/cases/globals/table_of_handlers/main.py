"""A table in a settings module names each event's method and whom it is sent to."""

from dispatcher import Dispatcher


async def main(manager, run_id, user_id):
    dispatcher = Dispatcher(manager)
    scope = {"job": run_id, "owner": user_id}
    await dispatcher.dispatch("started", scope)
    await dispatcher.dispatch("failed", scope)
    await dispatcher.dispatch("unknown", scope)
