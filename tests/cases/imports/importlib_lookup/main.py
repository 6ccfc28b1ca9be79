"""A module found by its name, and a function of it by `getattr`."""

import importlib


async def main(manager, run_id, user_id):
    module = importlib.import_module("plugin_people")
    await manager.send_to_user(module.resolve(run_id, user_id), {"n": 1})
    resolve = getattr(importlib.import_module("plugin_jobs"), "resolve")
    await manager.send_to_user(resolve(run_id, user_id), {"n": 2})
