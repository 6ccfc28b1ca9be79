"""What the `id` is of is said by what it is read from: a run, a thread, somebody."""

import ast


class Sender:
    def __init__(self, manager, run):
        self.manager = manager
        self.run = run

    async def to_run(self):
        await self.manager.send_to_user(self.run["id"], {"n": 1})

    async def to_owner(self):
        await self.manager.send_to_user(self.run["owner"]["id"], {"n": 2})


class Row:
    def __init__(self, columns):
        self.__dict__.update(columns)


async def main(manager, run_id, user_id, thread_id):
    run = ast.literal_eval(repr({"id": run_id, "owner": {"id": user_id}}))
    sender = Sender(manager, run)
    await sender.to_run()
    await sender.to_owner()
    thread = Row(ast.literal_eval(repr({"id": thread_id})))
    await manager.send_to_thread(thread.id, {"n": 3})
    await manager.send_to_user(thread.id, {"n": 4})
    agent_run = Row(run)
    target = agent_run.id
    await manager.send_to_user(target, {"n": 5})
