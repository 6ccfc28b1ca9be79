"""An agent with a `send_message` of its own, called on itself."""


class ConversableAgent:
    def __init__(self, name):
        self.name = name
        self.history = {}

    def send_message(self, content, recipient):
        self.history.setdefault(recipient.name, []).append(content)

    def reply(self, run_id, other):
        self.send_message(run_id, other)
        other.receive(run_id, self)

    def receive(self, content, sender):
        self.history[sender.name] = [content]


class Worker(ConversableAgent):
    def start(self, run_id, other):
        self.send_message({"run_id": run_id}, other)
        self.send_message(run_id, recipient=other)


async def main(manager, run_id, user_id):
    first, second = Worker("a"), ConversableAgent("b")
    first.start(run_id, second)
    second.reply(run_id, first)
    await manager.send_to_user(user_id, {"run_id": run_id})
