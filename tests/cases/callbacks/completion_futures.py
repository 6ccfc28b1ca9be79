"""Callers wait for completions; whoever completes a run tells the callbacks that were left."""

import asyncio
from functools import partial


class Completions:
    def __init__(self):
        self._futures = {}
        self._callbacks = {}

    def expect(self, run_id):
        future = asyncio.get_running_loop().create_future()
        self._futures[run_id] = future
        return future

    def on_done(self, run_id, callback):
        self._callbacks.setdefault(run_id, []).append(callback)

    async def complete(self, run_id, result):
        future = self._futures.pop(run_id, None)
        if future is not None and not future.done():
            future.set_result(result)
        for callback in self._callbacks.pop(run_id, ()):
            await callback(run_id, result)


class CompletionNotifier:
    def __init__(self, ws, completions):
        self.ws = ws
        self.completions = completions

    def watch(self, run_id, user_id):
        self.completions.on_done(run_id, partial(self._tell_user, user_id))
        return self.completions.expect(run_id)

    def watch_thread(self, run_id, thread_id):
        async def tell(run, result):
            await self.ws.send_to_thread(thread_id, {"run": run, "result": result})

        self.completions.on_done(run_id, tell)

    def watch_blindly(self, run_id):
        self.completions.on_done(run_id, self._tell_run)

    async def _tell_user(self, user_id, run_id, result):
        if user_id:
            await self.ws.send_to_user(user_id, {"run": run_id, "result": result})

    async def _tell_run(self, run_id, result):
        await self.ws.send_to_user(run_id, {"result": result})


async def main(manager, run_id, other_run_id, user_id, thread_id):
    completions = Completions()
    notifier = CompletionNotifier(manager, completions)
    future = notifier.watch(run_id, user_id)
    notifier.watch_thread(run_id, thread_id)
    await completions.complete(run_id, {"owner": user_id, "run": run_id})
    result = await future
    await manager.send_to_user(result["owner"], {"again": result["run"]})
    notifier.watch_blindly(other_run_id)
    await completions.complete(other_run_id, {})
