"""Errors carry ids; handlers tell the person, not the run that failed."""


class AgentError(Exception):
    def __init__(self, run_id, user_id=None):
        super().__init__(run_id)
        self.run_id = run_id
        self.user_id = user_id


class Unroutable(AgentError):
    pass


async def execute(run_id, user_id):
    if not user_id:
        raise Unroutable(run_id)
    raise AgentError(run_id, user_id)


async def supervise(manager, run_id, user_id):
    try:
        await execute(run_id, user_id)
    except Unroutable as error:
        print("lost", error.run_id)
    except AgentError as error:
        await manager.send_to_user(error.user_id, {"failed": error.run_id})


async def supervise_badly(manager, run_id, user_id):
    try:
        await execute(run_id, user_id)
    except AgentError as error:
        await manager.send_to_user(error.user_id or error.run_id, {"n": 2})


async def main(manager, run_id, user_id):
    await supervise(manager, run_id, user_id)
    await supervise_badly(manager, run_id, user_id)
