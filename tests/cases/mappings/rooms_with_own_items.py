"""A class has items of its own: kept as they are, or made when they are first asked for"""


class Room:
    def __init__(self):
        self.members = []

    def enter(self, who):
        self.members.append(who)


class Rooms:
    def __init__(self):
        self._rooms = {}

    def __getitem__(self, name):
        if name not in self._rooms:
            self._rooms[name] = Room()
        return self._rooms[name]


class Addresses:
    def __init__(self):
        self._kept = {}

    def __getitem__(self, name):
        return self._kept[name]

    def __setitem__(self, name, value):
        self._kept[name] = value

    def __contains__(self, name):
        return name in self._kept

    def __iter__(self):
        return iter(self._kept)


class Host:
    def __init__(self, ws, rooms: Rooms):
        self.ws = ws
        self.rooms = rooms

    def welcome(self, name, who):
        self.rooms[name].enter(who)

    async def call(self, name):
        for member in self.rooms[name].members:
            await self.ws.send_to_user(member, {"room": name})


async def main(manager, run_id, user_id):
    addresses = Addresses()
    addresses["trace"] = run_id
    addresses["owner"] = user_id
    await manager.send_to_user(addresses["trace"], {"n": 1})
    await manager.send_to_user(addresses["owner"], {"n": 2})
    if "trace" in addresses:
        await manager.send_to_user(addresses["trace"], {"n": 3})
    owners = Addresses()
    owners[run_id] = user_id
    for run in owners:
        await manager.send_to_user(owners[run], {"n": 4})
        await manager.send_to_user(run, {"n": 5})
    host = Host(manager, Rooms())
    host.welcome("lobby", run_id)
    await host.call("lobby")
