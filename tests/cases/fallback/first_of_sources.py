"""The first source that knows somebody wins, in the ways in which people write that."""

from itertools import chain


def first(*candidates, default=None):
    return next((each for each in candidates if each), default)


class Layered:
    def __init__(self, *layers):
        self.layers = layers

    def get(self, key, default=None):
        for layer in self.layers:
            if key in layer:
                return layer[key]
        return default


def from_headers(headers, names=("x-user", "x-owner")):
    for name in names:
        value = headers.get(name)
        if value:
            return value
    return None


async def main(manager, run_id, user_id):
    await manager.send_to_user(first(user_id, "anonymous"), {"n": 1})
    await manager.send_to_user(first(user_id, run_id), {"n": 2})
    await manager.send_to_user(first(None, default=run_id), {"n": 3})
    layered = Layered({"owner": user_id}, {"owner": run_id, "job": run_id})
    await manager.send_to_user(layered.get("job"), {"n": 4})
    await manager.send_to_user(layered.get("nobody", "lobby"), {"n": 5})
    headers = {"x-user": user_id, "x-run": run_id}
    await manager.send_to_user(from_headers(headers), {"n": 6})
    await manager.send_to_user(from_headers(headers, ("x-user", "x-run")), {"n": 7})
    await manager.send_to_user(next(filter(None, [user_id, "lobby"])), {"n": 8})
    await manager.send_to_user(next(filter(None, chain([user_id], [run_id]))), {"n": 9})
