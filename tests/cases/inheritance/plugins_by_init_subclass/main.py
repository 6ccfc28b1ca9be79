"""Plugins register themselves when their class is made, under a keyword of the class."""

import plugins  # noqa: F401
from registry import Plugin


async def main(manager, run_id, user_id):
    event = {"job": run_id, "owner": user_id}
    for name in ("status", "trace"):
        await Plugin.create(name, manager).handle(event)
    for plugin in Plugin.all(manager):
        await plugin.close(event)
