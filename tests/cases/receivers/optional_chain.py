"""A manager reached through other objects."""


class Registry:
    def __init__(self, manager):
        self.websocket_manager = manager


class Supervisor:
    def __init__(self, registry):
        self.registry = registry


async def main(manager, run_id):
    supervisor = Supervisor(Registry(manager))
    if supervisor.registry and supervisor.registry.websocket_manager:
        await supervisor.registry.websocket_manager.send_to_user(run_id, {"n": 1})
