"""A singleton hub is reached through a class method from anywhere."""


class Hub:
    _instance = None

    def __init__(self):
        self.ws = None
        self.members = {}

    @classmethod
    def instance(cls):
        if cls._instance is None:
            cls._instance = cls()
        return cls._instance

    def join(self, name, address):
        self.members[name] = address

    async def tell(self, name, message):
        address = self.members.get(name)
        if address:
            await self.ws.send_to_user(address, message)


class ChatAgent:
    async def greet(self):
        await Hub.instance().tell("owner", {"hello": True})


class DebugAgent:
    async def dump(self):
        await Hub.instance().tell("job", {"dump": True})


async def main(manager, run_id, user_id):
    hub = Hub.instance()
    hub.ws = manager
    hub.join("owner", user_id)
    Hub.instance().join("job", run_id)
    await ChatAgent().greet()
    await DebugAgent().dump()
    await hub.ws.send_to_user(hub.members["owner"], {"n": 1})
