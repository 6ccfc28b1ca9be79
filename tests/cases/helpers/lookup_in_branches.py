"""A resolver with many branches, of which one gives back the run id."""


class Resolver:
    def __init__(self, owners, rooms, flags):
        self.owners = owners
        self.rooms = rooms
        self.flags = flags

    def resolve(self, key, mode):
        if mode == "user" and key in self.owners:
            return self.owners[key]
        if mode == "thread":
            members = self.rooms.get(key, {}).get("members", [])
            if members:
                return members[0]
        if self.flags.get("strict"):
            return None
        return key

    def strict(self, key):
        if key in self.owners:
            return self.owners[key]
        try:
            return self.rooms[key]["members"][0]
        except (KeyError, IndexError):
            return "operator"


async def main(manager, run_id, user_id, mode, flag):
    owners = {run_id: user_id}
    rooms = {run_id: {"members": ["lobby"]}}
    resolver = Resolver(owners, rooms, {"strict": flag})
    await manager.send_to_user(resolver.strict(run_id), {"n": 1})
    found = resolver.resolve(run_id, mode)
    if found:
        await manager.send_to_user(found, {"n": 2})
