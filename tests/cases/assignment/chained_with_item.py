"""One value into a name, an attribute and an item at once."""

from types import SimpleNamespace


async def main(manager, run_id, user_id):
    state = SimpleNamespace(channel=None, owner=None)
    routes = {"owner": user_id}
    state.channel = routes["job"] = key = run_id
    state.owner = routes["owner"]
    await manager.send_to_user(routes["owner"], {"n": 1})
    await manager.send_to_user(routes["job"], {"n": 2})
    await manager.send_to_user(state.channel, {"n": 3})
    await manager.send_to_user(state.owner, {"n": 4, "key": key})
