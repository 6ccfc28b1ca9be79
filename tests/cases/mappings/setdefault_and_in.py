"""`setdefault`, an item copied over another, and `del`."""


async def main(manager, run_id, user_id):
    routes = {}
    routes.setdefault("a", user_id)
    routes.setdefault("b", run_id)
    await manager.send_to_user(routes["a"], {"n": 1})
    await manager.send_to_user(routes["b"], {"n": 2})
    routes["b"] = routes["a"]
    await manager.send_to_user(routes["b"], {"n": 3})
    routes["c"] = run_id
    del routes["c"]
    for who in routes.values():
        await manager.send_to_user(who, {"n": 4})
