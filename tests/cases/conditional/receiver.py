"""The manager, not the recipient, is chosen."""


class Fallback:
    async def send_to_user(self, user_id, message):
        return None


async def main(manager, run_id, user_id, flag):
    hub = manager if flag else Fallback()
    await hub.send_to_user(user_id, {"run_id": run_id})
    await (manager if flag else Fallback()).send_to_user(run_id, {"x": 1})
