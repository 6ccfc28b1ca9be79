"""A class keeps what all of its instances share."""


class Registry:
    owners = {}
    default = None

    @classmethod
    def register(cls, key, owner):
        cls.owners[key] = owner

    @classmethod
    def owner(cls, key):
        return cls.owners.get(key, cls.default)


async def main(manager, run_id, user_id):
    Registry.register("good", user_id)
    await manager.send_to_user(Registry.owner("good"), {"n": 1})
    Registry.default = run_id
    await manager.send_to_user(Registry.owner("other"), {"n": 2})
