"""Mixins bring the sending; the agent brings the attributes that they read."""


class WebSocketMixin:
    _ws = None

    def attach(self, ws):
        self._ws = ws
        return self

    async def _push(self, target, event, **data):
        if self._ws is None:
            return
        await self._ws.send_to_user(target, {"event": event, **data})


class ProgressMixin(WebSocketMixin):
    async def progress(self, percent):
        await self._push(self.address, "progress", percent=percent)


class FailureMixin(WebSocketMixin):
    async def failed(self, error):
        await self._push(self.current_job, "failed", error=str(error))


class ReportingAgent(ProgressMixin, FailureMixin):
    def __init__(self, job, address):
        self.current_job = job
        self.address = address

    async def run(self, flag):
        await self.progress(10)
        try:
            if flag:
                raise RuntimeError("no data")
        except RuntimeError as error:
            await self.failed(error)
        await self.progress(100)


class QuietAgent(ReportingAgent):
    async def failed(self, error):
        await self._push(self.address, "failed", error=str(error))


async def main(manager, run_id, user_id, flag):
    await ReportingAgent(run_id, user_id).attach(manager).run(flag)
    await QuietAgent(run_id, user_id).attach(manager).run(flag)
