"""Jobs keep a function with its arguments; a queue in between runs them later"""


class Job:
    def __init__(self, function, arguments):
        self.function = function
        self.arguments = arguments

    async def fire(self):
        await self.function(*self.arguments)


class Queue:
    def __init__(self):
        self.jobs = []
        self.last = None

    def add(self, function, *arguments):
        self.jobs.append(Job(function, arguments))

    def put_last(self, function, *arguments):
        self.last = Job(function, arguments)

    async def work(self):
        for job in self.jobs:
            await job.fire()
        await self.last.fire()


async def ping(ws, thread_id, run_id):
    await ws.send_to_thread(thread_id, {"run": run_id})


async def thank(ws, user_id, run_id):
    await ws.send_to_user(user_id, {"run": run_id})


async def main(manager, run_id, thread_id, user_id):
    queue = Queue()
    queue.add(ping, manager, run_id, thread_id)
    queue.put_last(thank, manager, user_id, run_id)
    await queue.work()
