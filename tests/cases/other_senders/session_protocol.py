"""An MCP session whose first parameter is the message itself."""


class JSONRPCSession:
    def __init__(self, stream):
        self.stream = stream

    async def send_message(self, message):
        self.stream.append(message)

    async def initialize(self, run_id):
        await self.send_message({"id": run_id, "method": "initialize"})
        await self.send_message(run_id)


class MCPClient:
    def __init__(self):
        self.session = JSONRPCSession([])

    async def call(self, run_id):
        await self.session.send_message(message=run_id)
        await self.session.initialize(run_id)


async def main(manager, run_id, user_id):
    await MCPClient().call(run_id)
    await manager.send_to_user(user_id, {"run_id": run_id})
