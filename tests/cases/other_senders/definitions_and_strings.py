"""Definitions, strings and comments are not sends."""

HELP = "await manager.send_to_user(run_id, message)"


class Docs:
    """Never write `manager.send_to_user(run_id, message)`."""

    def send_to_user(self, run_id, message):
        # manager.send_to_user(run_id, message)
        return f"send_to_user({run_id}, {message})"


async def main(manager, run_id, user_id):
    text = Docs.__doc__ + HELP
    await manager.send_to_user(user_id, {"text": text, "run_id": run_id})
