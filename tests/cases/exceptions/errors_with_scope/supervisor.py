from errors import AgentError, AgentTimeout, BudgetExceeded


async def work(kind, job, owner):
    if kind == "budget":
        raise BudgetExceeded(job, owner, limit=10)
    if kind == "timeout":
        raise AgentTimeout("too slow", subject=job, audience=owner)
    raise RuntimeError(job)


class Supervisor:
    def __init__(self, ws):
        self.ws = ws

    async def supervise(self, kind, job, owner):
        try:
            await work(kind, job, owner)
        except BudgetExceeded as error:
            await self.ws.send_to_user(error.reported_to, {"limit": error.limit})
        except AgentError as error:
            await self.ws.send_to_user(error.reported_to, {"error": str(error)})
            await self.ws.send_to_user(error.audience, {"error": str(error)})
        except Exception as error:
            wrapped = AgentError("crash", subject=error.args[0], audience=owner)
            await self.ws.send_to_user(wrapped.audience, {"error": str(wrapped)})
            await self.ws.send_to_user(wrapped.subject, {"error": str(wrapped)})
