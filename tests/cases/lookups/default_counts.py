"""Tables that may lack a key at the time of the lookup, so that the default is sent to."""


class Owners:
    def __init__(self):
        self.table = {}

    def set(self, run_id, user):
        self.table[run_id] = user

    def forget(self, run_id):
        self.table.pop(run_id, None)

    def of(self, key):
        return self.table.get(key, key)

    def of_known(self, key):
        if key not in self.table:
            return ""
        return self.table.get(key, key)


def filled(runs, user):
    table = {}
    for run in runs:
        table[run] = user
    return table


async def main(manager, run_id, other_run_id, user_key, flag, count):
    owners = Owners()
    await manager.send_to_user(owners.of(run_id), {"n": 1})
    owners.set(run_id, user_key)
    await manager.send_to_user(owners.of(run_id), {"n": 2})
    await manager.send_to_user(owners.of(other_run_id), {"n": 3})
    await manager.send_to_user(owners.of_known(other_run_id), {"n": 4})
    owners.forget(run_id)
    await manager.send_to_user(owners.of(run_id), {"n": 5})
    table = {}
    if flag:
        table[run_id] = user_key
    await manager.send_to_user(table.get(run_id, run_id), {"n": 6})
    table[run_id] = user_key
    del table[run_id]
    await manager.send_to_user(table.get(run_id, run_id), {"n": 7})
    table[run_id] = user_key
    for run in (run_id, other_run_id):
        if run in table:
            await manager.send_to_user(table.get(other_run_id, other_run_id), {"n": 8})
    runs = [run_id] * count
    await manager.send_to_user(filled(runs, user_key).get(run_id, run_id), {"n": 9})
    left = {run_id: user_key}
    while left:
        if left.popitem()[1] == user_key:
            break
    await manager.send_to_user(left.get(run_id, run_id), {"n": 12})
    first = Owners()
    first.set(run_id, user_key)
    second = Owners()
    await manager.send_to_user(second.of(run_id), {"n": 10})
    await manager.send_to_user(first.of(run_id), {"n": 11})
