"""A handler reads ids from a request and answers the sender."""


class Request:
    def __init__(self, headers, json):
        self.headers = headers
        self._json = json

    async def json(self):
        return self._json


class ChatHandler:
    def __init__(self, manager, agents):
        self.manager = manager
        self.agents = agents

    async def handle(self, request):
        body = await request.json()
        user = request.headers["x-user"]
        agent = self.agents[body["agent"]]
        run = await agent(body["text"])
        await self.manager.send_to_user(user, {"run_id": run})


async def main(manager, run_id, user_id):
    async def triage(text):
        return run_id

    request = Request({"x-user": user_id}, {"agent": "triage", "text": "hello"})
    await ChatHandler(manager, {"triage": triage}).handle(request)
