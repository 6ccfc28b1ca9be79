"""A registry in the class, filled by instances."""


class Session:
    by_key = {}

    def __init__(self, key, owner):
        self.key = key
        self.owner = owner
        Session.by_key[key] = self

    @classmethod
    def find(cls, key):
        return cls.by_key.get(key)


async def main(manager, run_id, user_id):
    Session.by_key.clear()
    Session(run_id, user_id)
    session = Session.find(run_id)
    await manager.send_to_user(session.owner, {"n": 1})
    await manager.send_to_user(session.key, {"n": 2})
