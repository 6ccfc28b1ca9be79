"""A manager that a function returns."""

_manager = None


def get_websocket_manager():
    return _manager


async def main(manager, run_id):
    global _manager
    _manager = manager
    await get_websocket_manager().send_to_user(run_id, {"n": 1})
    hub = get_websocket_manager()
    await hub.send_message(run_id, {"n": 2})
