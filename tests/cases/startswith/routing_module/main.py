"""One module decides whom to send to, with the checks that the guide asks for."""

from routing import Router, route_loosely


class Ctx:
    def __init__(self, run_id=None, thread_id=None, user_id=None):
        self.run_id = run_id
        self.thread_id = thread_id
        self.user_id = user_id


async def main(manager, run_id, user_id, thread_id):
    router = Router(manager)
    await router.route(Ctx(run_id, thread_id, user_id or run_id), {"n": 1})
    await router.route(Ctx(run_id, user_id=user_id), {"n": 2})
    await route_loosely(manager, Ctx(run_id, thread_id, user_id or run_id), {"n": 3})
