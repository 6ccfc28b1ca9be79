"""Notices are sent in background tasks that a set keeps alive."""

import asyncio


class BackgroundTasks:
    def __init__(self):
        self._tasks = set()

    def spawn(self, coroutine):
        task = asyncio.create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    def add(self, function, *args, **kwargs):
        return self.spawn(function(*args, **kwargs))

    async def join(self):
        while self._tasks:
            await asyncio.gather(*list(self._tasks))


class ChatService:
    def __init__(self, ws, background):
        self.ws = ws
        self.background = background

    def answer(self, job, owner, text):
        self.background.add(self.ws.send_to_user, owner, {"text": text})
        self.background.spawn(self._audit(job, text))

    async def _audit(self, target, text):
        await self.ws.send_to_user(target, {"audit": len(text)})

    def remind(self, who):
        self.background.add(self._remind, who)

    async def _remind(self, who):
        await asyncio.sleep(0)
        if who:
            await self.ws.send_to_user(who, {"remind": True})


async def main(manager, run_id, user_id):
    background = BackgroundTasks()
    service = ChatService(manager, background)
    service.answer(run_id, user_id, "hello")
    service.remind(user_id)
    await background.join()
