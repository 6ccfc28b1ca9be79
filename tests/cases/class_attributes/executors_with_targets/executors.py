from base import Executor


class SearchExecutor(Executor):
    event_name = "search"


class CodeExecutor(Executor):
    event_name = "code"
    event_target = "job"

    async def work(self, scope):
        await self.ws.send_to_user(scope.owner, {"code": True})


EXECUTORS = (SearchExecutor, CodeExecutor)
