"""Errors carry ids; whoever catches them reports to someone."""


class AgentError(Exception):
    def __init__(self, message, job, owner=None):
        super().__init__(message)
        self.job = job
        self.owner = owner


class TimeoutAgentError(AgentError):
    pass


async def run_step(name, job, owner):
    if name == "slow":
        raise TimeoutAgentError("too slow", job, owner=owner)
    if name == "broken":
        raise AgentError("broken", job)
    return name


class Reporter:
    def __init__(self, ws):
        self.ws = ws

    async def guarded(self, name, job, owner):
        try:
            result = await run_step(name, job, owner)
        except TimeoutAgentError as error:
            if error.owner:
                await self.ws.send_to_user(error.owner, {"timeout": True})
            return None
        except AgentError as error:
            await self.ws.send_to_user(error.owner or error.job, {"error": str(error)})
            return None
        else:
            await self.ws.send_to_user(owner, {"result": result})
        finally:
            await self.ws.send_to_user(owner or "ops", {"ended": name})
        return result


async def main(manager, run_id, user_id):
    reporter = Reporter(manager)
    for name in ("fine", "slow", "broken"):
        await reporter.guarded(name, run_id, user_id)
