"""Background tasks are kept by run, watched, cancelled and reported on."""

import asyncio
import contextlib


class TaskRegistry:
    def __init__(self):
        self._tasks = {}
        self._owners = {}

    def spawn(self, run_id, owner, coroutine):
        task = asyncio.create_task(coroutine, name=run_id)
        self._tasks[run_id] = task
        self._owners[run_id] = owner
        task.add_done_callback(self._forget)
        return task

    def _forget(self, task):
        self._tasks.pop(task.get_name(), None)

    def owner(self, run_id):
        return self._owners.get(run_id)

    def running(self):
        return list(self._tasks)

    async def cancel(self, run_id):
        task = self._tasks.get(run_id)
        if task is None:
            return None
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        return self._owners[run_id]

    async def join(self):
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)


class BackgroundRunner:
    def __init__(self, ws):
        self.ws = ws
        self.tasks = TaskRegistry()

    async def _heartbeat(self, run_id, who, beats):
        for beat in range(beats):
            await self.ws.send_to_user(who, {"run_id": run_id, "beat": beat})
            await asyncio.sleep(0)

    async def _sleep_forever(self, run_id):
        await asyncio.Event().wait()

    def start(self, run_id, user_id):
        return self.tasks.spawn(run_id, user_id, self._heartbeat(run_id, user_id, 2))

    def start_detached(self, run_id):
        return self.tasks.spawn(run_id, None, self._heartbeat(run_id, run_id, 1))

    async def stop(self, run_id):
        owner = await self.tasks.cancel(run_id)
        if owner:
            await self.ws.send_to_user(owner, {"cancelled": run_id})

    async def stop_all(self):
        for key in self.tasks.running():
            await self.stop(key)
            who = self.tasks.owner(key) or key
            await self.ws.send_to_user(who, {"stopped": key})


async def main(manager, run_id, other_run_id, user_id):
    runner = BackgroundRunner(manager)
    runner.start(run_id, user_id)
    runner.start_detached(other_run_id)
    await runner.tasks.join()
    runner.tasks.spawn(run_id, user_id, runner._sleep_forever(run_id))
    await asyncio.sleep(0)
    await runner.stop(run_id)
    runner.tasks.spawn(other_run_id, user_id, runner._sleep_forever(other_run_id))
    await asyncio.sleep(0)
    await runner.stop_all()
