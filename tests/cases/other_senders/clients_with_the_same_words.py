"""Other clients have a ``send_message`` too, and a run id may well go there."""


class TelegramClient:
    def __init__(self, token):
        self.token = token
        self.sent = []

    async def send_message(self, chat_id, text):
        self.sent.append((chat_id, text))


class AgentLink:
    """Agent-to-agent: addressed by run."""

    def __init__(self):
        self.inbox = {}

    async def send_message(self, run_id, message):
        self.inbox.setdefault(run_id, []).append(message)


class Outbox:
    def __init__(self):
        self.items = []

    def send_message(self, message):
        self.items.append(message)


async def main(manager, run_id, user_id):
    await TelegramClient("t").send_message(run_id, "hi")
    await AgentLink().send_message(run_id, {"n": 1})
    Outbox().send_message(run_id)
    if user_id:
        await manager.send_to_user(user_id, {"n": 2})
