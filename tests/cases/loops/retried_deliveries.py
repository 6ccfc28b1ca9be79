"""A worker takes letters off a queue, and delivers each by a helper that calls what it is given"""


async def retry(times, func, *args, **more):
    for _ in range(times):
        if await func(*args, **more):
            return


class Letter:
    def __init__(self, address, is_private):
        self.address = address
        self.is_private = is_private


class Worker:
    def __init__(self, manager, queue):
        self.manager = manager
        self.queue = queue

    async def run(self):
        while self.queue:
            letter = self.queue.pop()
            await self.deliver(letter)

    async def deliver(self, letter):
        if letter.is_private:
            await retry(2, self.to_user, user_id=letter.address)
        else:
            await retry(2, self.to_thread, letter.address)

    async def to_user(self, user_id):
        return await self.manager.send_to_user(user_id, {"type": "letter"})

    async def to_thread(self, thread_id):
        return await self.manager.send_to_thread(thread_id, {"type": "letter"})


async def main(manager, run_id, user_id, thread_id):
    letters = [Letter(run_id, True), Letter(thread_id, False), Letter(run_id, False)]
    await Worker(manager, letters).run()
