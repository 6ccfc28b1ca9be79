"""A recipient that is overridden for the length of a block."""

from contextlib import contextmanager


class Agent:
    def __init__(self, ws, owner):
        self.ws = ws
        self.recipient = owner

    @contextmanager
    def addressed_to(self, other):
        before, self.recipient = self.recipient, other
        try:
            yield
        finally:
            self.recipient = before

    async def say(self, text):
        await self.ws.send_to_user(self.recipient, {"text": text})


async def main(manager, run_id, user_id):
    agent = Agent(manager, user_id)
    with agent.addressed_to("lobby"):
        await agent.say("hello")
    with agent.addressed_to(run_id):
        await agent.say("wrong")
