from registry import agent


class Agent:
    agent_name = ""

    def __init__(self, send, session):
        self.send = send
        self.session = session

    def audience(self):
        return self.session.user_id

    async def tell(self, **message):
        self.session.events.append(message)
        await self.send(self.audience(), {"agent": self.agent_name, **message})


@agent("summary")
class SummaryAgent(Agent):
    async def execute(self):
        await self.tell(text="summary", run=self.session.run_id)


@agent("alerts")
class AlertAgent(Agent):
    def audience(self):
        session = self.session
        return session.user_id or session.run_id

    async def execute(self):
        await self.tell(text="alert")


@agent("echo")
class EchoAgent(Agent):
    async def execute(self):
        for event in list(self.session.events):
            await self.tell(text="echo", of=event)
