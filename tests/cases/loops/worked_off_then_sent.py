"""Lists and flags that were full once are empty by the time of the send."""


class Outbox:
    def __init__(self, manager, run_id, items):
        self.manager = manager
        self.run_id = run_id
        self.items = list(items)

    @property
    def pending(self):
        return len(self.items)

    @property
    def target(self):
        return None if self.items else self.run_id

    async def flush(self, user):
        if not self.items:
            return
        while self.items:
            await self.manager.send_to_user(user, {"item": self.items.pop()})
        await self.manager.send_to_user(self.target, {"n": 1})


async def work_off(manager, todo, run_id):
    if not todo:
        return
    while todo:
        todo.pop()
    await manager.send_to_user(run_id, {"n": 2})


async def work_off_elsewhere(manager, todo, run_id):
    if not todo:
        return
    empty(todo)
    if not todo:
        await manager.send_to_user(run_id, {"n": 3})


def empty(todo):
    todo.clear()


async def ask_again(manager, client, run_id, user_key):
    target = user_key
    if not client.online():
        client.connect()
        if client.online():
            target = run_id
    await manager.send_to_user(target, {"n": 4})


class Client:
    def __init__(self):
        self.connected = False

    def online(self):
        return self.connected

    def connect(self):
        self.connected = True


async def main(manager, run_id, user_key):
    await Outbox(manager, run_id, ["a", "b"]).flush(user_key)
    await work_off(manager, ["a"], run_id)
    await work_off_elsewhere(manager, ["a"], run_id)
    await ask_again(manager, Client(), run_id, user_key)
