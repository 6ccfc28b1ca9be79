"""`__aenter__` returns an id."""


class RunScope:
    def __init__(self, agent_run_id):
        self.agent_run_id = agent_run_id

    async def __aenter__(self):
        return self.agent_run_id

    async def __aexit__(self, exc_type, exc, tb):
        return None


async def main(manager, run_id):
    async with RunScope(run_id) as scope:
        await manager.send_message(scope, {"scope": "open"})
