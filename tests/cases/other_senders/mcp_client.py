"""An MCP client's `send_message` takes a session and a message."""


class MCPClient:
    def __init__(self):
        self.sent = []

    async def send_message(self, message):
        self.sent.append(message)


async def main(manager, run_id, user_id):
    client = MCPClient()
    await client.send_message({"run_id": run_id})
    await client.send_message(run_id)
    await manager.send_to_user(user_id, {"n": 1})
