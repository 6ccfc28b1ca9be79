"""A progress reporter keeps the run for its messages and the user for its sends."""

from contextlib import asynccontextmanager


class ProgressReporter:
    def __init__(self, ws_manager, run_id, user_id=None, thread_id=None):
        self.ws_manager = ws_manager
        self.run_id = run_id
        self.user_id = user_id
        self.thread_id = thread_id
        self.percent = 0

    async def _emit(self, kind, **data):
        message = {"type": kind, "run_id": self.run_id, **data}
        if self.thread_id:
            return await self.ws_manager.send_to_thread(self.thread_id, message)
        if self.user_id:
            return await self.ws_manager.send_to_user(self.user_id, message)
        return False

    async def _emit_old(self, kind, target=None, **data):
        message = {"type": kind, **data}
        await self.ws_manager.send_message(target or self.run_id, message)

    async def advance(self, amount):
        self.percent = min(100, self.percent + amount)
        await self._emit("progress", percent=self.percent)

    async def warn(self, text):
        await self._emit_old("warning", target=self.user_id, text=text)

    async def warn_user(self, text):
        if self.user_id:
            await self._emit_old("warning", target=self.user_id, text=text)

    @asynccontextmanager
    async def step(self, name):
        await self._emit("step_started", name=name)
        try:
            yield self
        finally:
            await self._emit("step_done", name=name)


async def main(manager, run_id, user_id, thread_id):
    reporter = ProgressReporter(manager, run_id, user_id=user_id, thread_id=thread_id)
    async with reporter.step("load") as step:
        await step.advance(50)
    await reporter.warn("slow")
    await reporter.warn_user("slow")
