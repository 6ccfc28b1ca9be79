"""Settings of users are layered; what a user set wins, and channels name their own address."""

from collections import ChainMap
from copy import deepcopy

DEFAULTS = {"channel": "user", "notify": True, "addresses": {"user": None, "thread": None}}


class Preferences:
    def __init__(self, *layers):
        self._map = ChainMap(*layers, DEFAULTS)

    def get(self, name, default=None):
        return self._map.get(name, default)

    def address(self):
        channel = self._map["channel"]
        return channel, self._map["addresses"].get(channel)

    def child(self, **changes):
        return Preferences(changes, *self._map.maps[:-1])


def preferences_of(user_id, thread_id, **extra):
    layer = deepcopy(DEFAULTS)
    layer["addresses"].update(user=user_id, thread=thread_id)
    layer.update(extra)
    return Preferences(layer)


class PreferenceSender:
    def __init__(self, ws):
        self.ws = ws

    async def send(self, preferences, message):
        if not preferences.get("notify"):
            return
        channel, address = preferences.address()
        if address is None:
            return
        if channel == "thread":
            await self.ws.send_to_thread(address, message)
        else:
            await self.ws.send_to_user(address, message)

    async def send_debug(self, preferences, run_id, message):
        target = preferences.get("debug_target", run_id)
        await self.ws.send_to_user(target, message)


async def main(manager, run_id, user_id, thread_id):
    sender = PreferenceSender(manager)
    plain = preferences_of(user_id, thread_id)
    await sender.send(plain, {"run": run_id})
    await sender.send(plain.child(channel="thread"), {"run": run_id})
    await sender.send(preferences_of(user_id, thread_id, notify=False, run=run_id), {"n": 1})
    debugging = preferences_of(user_id, thread_id, debug_target=user_id)
    await sender.send_debug(debugging, run_id, {"n": 2})
    await sender.send_debug(plain, run_id, {"n": 3})
