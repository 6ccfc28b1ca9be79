"""An exception carries the id to its handler."""


class AgentError(Exception):
    def __init__(self, message, recipient):
        super().__init__(message)
        self.recipient = recipient


async def execute(run_id):
    raise AgentError("failed", run_id)


async def main(manager, run_id):
    try:
        await execute(run_id)
    except AgentError as error:
        await manager.send_to_user(error.recipient, {"error": str(error)})
