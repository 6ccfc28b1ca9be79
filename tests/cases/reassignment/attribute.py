"""An attribute replaced on the same object."""


class Message:
    def __init__(self, to):
        self.to = to


async def main(manager, run_id, user_id):
    message = Message(run_id)
    message.to = user_id
    await manager.send_to_user(message.to, {"n": 1})
