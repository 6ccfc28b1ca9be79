"""A client whose message comes first, and that notes for whom it asks."""


class RemoteAgent:
    def __init__(self, session):
        self.session = session
        self.asked = []

    async def send_message(self, message, *, context_id=None, user_id=None):
        self.asked.append((message, context_id, user_id))
        return {"context_id": context_id, "answer": message}

    async def stream_message(self, message, context_id=None, user_id=None):
        yield await self.send_message(message, context_id=context_id, user_id=user_id)


class Researcher:
    def __init__(self, remote: RemoteAgent):
        self.remote = remote

    async def ask(self, manager, run_id, user_id):
        answer = await self.remote.send_message(run_id, context_id=run_id, user_id=user_id)
        await self.remote.send_message(f"again {run_id}")
        await manager.send_to_user(user_id, answer)
        async for part in self.remote.stream_message("more", run_id, user_id):
            await manager.send_to_user(part["context_id"], part)


async def main(manager, run_id, user_id):
    await Researcher(RemoteAgent(None)).ask(manager, run_id, user_id)
