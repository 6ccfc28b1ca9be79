"""One rung of a ladder is wrong."""


class Router:
    def __init__(self, manager):
        self.manager = manager

    async def route(self, mode, run_id, user_id, thread_id):
        if mode == "thread":
            await self.manager.send_to_thread(thread_id, {"mode": mode})
        elif mode == "user":
            await self.manager.send_to_user(user_id, {"mode": mode})
        else:
            await self.manager.send_to_user(run_id, {"mode": mode})


async def main(manager, mode, run_id, user_id, thread_id):
    await Router(manager).route(mode, run_id, user_id, thread_id)
