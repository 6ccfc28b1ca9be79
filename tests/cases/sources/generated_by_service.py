"""A service makes the id; a method fetches it."""

import uuid


class UnifiedIdService:
    def generate_run_id(self, thread):
        return f"run_{thread}_{uuid.uuid4().hex[:8]}"

    def user_of(self, value):
        return "operator"


class Request:
    def __init__(self, key):
        self._key = key

    def get_run_id(self):
        return self._key


async def main(manager, user_id):
    ids = UnifiedIdService()
    x = ids.generate_run_id("main")
    await manager.send_to_user(ids.user_of(x), {"n": 1})
    await manager.send_to_user(x, {"n": 2})
    request = Request(x)
    await manager.send_to_user(request.get_run_id(), {"n": 3})
    await manager.send_to_user(user_id, {"run": request.get_run_id()})
