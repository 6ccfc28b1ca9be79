"""``ChainMap``, ``|`` and ``defaultdict`` hold ids under keys."""

from collections import ChainMap, OrderedDict, defaultdict


async def main(manager, run_id, user_id):
    base = {"run": run_id, "to": "operator"}
    override = {"to": user_id} if user_id else {}
    chain = ChainMap(override, base)
    await manager.send_to_user(chain["to"], {"n": 1})
    await manager.send_to_user(chain["run"], {"n": 2})
    merged = base | {"to": run_id}
    await manager.send_to_user(merged["to"], {"n": 3})
    base |= {"extra": 1}
    await manager.send_to_user(base["to"], {"n": 4})
    groups = defaultdict(list)
    groups["runs"].append(run_id)
    groups["users"].append(user_id or "operator")
    for who in groups["users"]:
        await manager.send_to_user(who, {"n": 5})
    for who in groups["runs"]:
        await manager.send_to_user(who, {"n": 6})
    ordered = OrderedDict(to="operator", run=run_id)
    await manager.send_to_user(ordered["to"], {"n": 7})
