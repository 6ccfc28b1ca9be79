"""Plugins that register themselves, and hooks that are fired by name"""

from __future__ import annotations

import contrib  # noqa: F401
from api import Host, Plugin, fire


async def main(manager, run_id, user_id):
    host = Host(manager)
    for name in ("summarizer", "profiler"):
        plugin = Plugin.registry[name](host)
        await plugin.activate(run_id, user_id)
    await fire("run_finished", ws=manager, run_id=run_id, user_id=user_id)
    await fire("run_failed", ws=manager, run_id=run_id, error="boom")
    await manager.send_to_user(user_id, {"plugins": sorted(Plugin.registry)})
