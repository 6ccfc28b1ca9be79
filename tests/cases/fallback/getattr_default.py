"""`getattr` and `get` with a run id as the default."""


class Context:
    def __init__(self, user_id):
        if user_id:
            self.user_id = user_id


async def main(manager, run_id, user_id):
    context = Context(user_id)
    await manager.send_to_user(getattr(context, "user_id", run_id), {"n": 1})
    metadata = {"user_id": user_id} if user_id else {}
    await manager.send_to_user(metadata.get("user_id", run_id), {"n": 2})
    await manager.send_to_user(metadata.get("user_id", "nobody"), {"n": 3})
