"""Tasks are written as JSON, read again and handled by their class"""

from __future__ import annotations

from codec import MailTask, Task, decode


class Consumer:
    def __init__(self, ws) -> None:
        self.ws = ws
        self.queue: list[str] = []
        self.dead: list[Task] = []

    def push(self, task: Task) -> None:
        self.queue.append(task.to_json())

    async def drain(self) -> None:
        while self.queue:
            task = decode(self.queue.pop(0))
            try:
                await self.handle(task)
            except ValueError:
                task.attempts += 1
                if task.attempts < 2:
                    self.push(task)
                else:
                    self.dead.append(task)

    async def handle(self, task: Task) -> None:
        if isinstance(task, MailTask):
            await self.ws.send_to_user(task.user_id, {"subject": task.subject, "run": task.run_id})
        elif task.thread_id:
            await self.ws.send_to_thread(task.thread_id, {"run": task.run_id})
        else:
            raise ValueError("not routable")

    async def bury(self) -> None:
        for task in self.dead:
            await self.ws.send_to_user(task.run_id, {"dead": task.attempts})
            await self.ws.send_to_user(task.user_id, {"dead": task.attempts})


async def main(manager, run_id, user_key, thread_id):
    consumer = Consumer(manager)
    consumer.push(Task(run_id, user_key, thread_id))
    consumer.push(MailTask(run_id, user_key, subject="hi"))
    await consumer.drain()
    await consumer.bury()
    first = decode(Task(run_id, user_key).to_json())
    await manager.send_to_user(first.user_id, {"n": 1})
