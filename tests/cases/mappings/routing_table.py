"""A routing table knows each event's audience; entries are updated as runs resolve."""


class RoutingTable:
    def __init__(self, defaults=None):
        self.routes = dict(defaults or {})

    def set(self, event, target):
        self.routes[event] = target

    def target(self, event):
        return self.routes.get(event) or self.routes["default"]

    def merged(self, **overrides):
        return RoutingTable({**self.routes, **overrides})


def route_payload(payload):
    return {key: value for key, value in payload.items() if key != "run_id"}


async def main(manager, run_id, user_key):
    table = RoutingTable({"default": user_key})
    table.set("debug", run_id)
    await manager.send_to_user(table.target("default"), {"n": 1})
    await manager.send_to_user(table.target("debug"), {"n": 2})
    await manager.send_to_user(table.routes["default"], {"n": 3})
    clean = table.merged(debug=user_key)
    await manager.send_to_user(clean.target("debug"), {"n": 4})
    payload = {"run_id": run_id, "user_id": user_key, "origin": run_id}
    body = route_payload(payload)
    await manager.send_to_user(body["user_id"], body)
    await manager.send_to_user(body["origin"], body)
    payload["origin"] = user_key
    await manager.send_to_user(payload["origin"], {"n": 7})
    debug = table.routes.pop("debug")
    await manager.send_to_user(table.target("debug"), {"dropped": debug})
