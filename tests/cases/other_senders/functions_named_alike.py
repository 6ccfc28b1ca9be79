"""Functions of those names that are no methods, strings and comments."""

DOC = "await manager.send_to_user(run_id, message)"


def send_message(text, level="info"):
    return f"{level}: {text}"


class Console:
    def send_message(self, text):
        return send_message(text, level="debug")


async def main(manager, run_id, user_id):
    # await manager.send_to_user(run_id, {})
    assert "send_to_user(run_id" in DOC
    text = send_message(run_id)
    text += Console().send_message(run_id)
    await manager.send_to_user(user_id, {"text": text, "run_id": run_id})
