"""`type(self)` and `self.__class__`."""


class Marker:
    label = "run_marker"

    def mine(self):
        return type(self).label

    def theirs(self):
        return self.__class__.label


async def main(manager, user_id):
    await manager.send_to_user(Marker().mine(), {"n": 1})
    await manager.send_to_user(Marker().theirs(), {"n": 2})
