class Agent:
    def __init__(self, app, **scope):
        self.app = app
        self.__dict__.update(scope)

    @property
    def subject(self):
        return self.job


class ReportAgent(Agent):
    async def report(self, text):
        await self.app.mailer(self.owner, text)

    async def debug(self, text):
        await self.app.mailer(self.subject, text)
