"""A module's own manager instance, imported by name, by module and inside a function."""

import hub
from hub import manager as ws_manager


class Reporter:
    async def started(self, run_id, user_id):
        await ws_manager.send_to_user(user_id, {"run_id": run_id})

    async def thinking(self, run_id, user_id):
        await hub.manager.send_to_user(run_id, {"for": user_id})

    async def finished(self, run_id, user_id):
        try:
            from hub import get_manager
        except ImportError:
            return
        await get_manager().send_message(user_id or run_id, {"done": True})


async def main(manager, run_id, user_id):
    hub.manager.transport = manager
    reporter = Reporter()
    await reporter.started(run_id, user_id)
    await reporter.thinking(run_id, user_id)
    await reporter.finished(run_id, user_id)
