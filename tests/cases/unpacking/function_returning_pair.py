"""A helper returns a pair; each caller takes the half it wants."""


class RoutingTable:
    def __init__(self, user_id):
        self._user_id = user_id

    def entry(self, run_id):
        return self._user_id, run_id


async def main(manager, run_id, user_id):
    table = RoutingTable(user_id)
    who, _ = table.entry(run_id)
    await manager.send_to_user(who, {"n": 1})
    _, what = table.entry(run_id)
    await manager.send_to_user(what, {"n": 2})
    entry = table.entry(run_id)
    await manager.send_to_user(entry[0], {"n": 3})
    await manager.send_to_user(entry[-1], {"n": 4})
