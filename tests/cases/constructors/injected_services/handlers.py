class Handler:
    def __init__(self, container):
        self.gateway = container.gateway
        self.directory = container.directory


class CompletionHandler(Handler):
    async def handle(self, run_id):
        run, user, thread = self.directory.lookup(run_id)
        await self.gateway.push(user, {"completed": run})
        await self.gateway.push_to_room(thread, {"completed": run})


class HeartbeatHandler(Handler):
    async def handle(self, run_id):
        owner = self.directory.owner(run_id)
        await self.gateway.push(owner, {"alive": run_id})


class FailureHandler(Handler):
    async def handle(self, run_id):
        entry = self.directory.lookup(run_id)
        await self.gateway.push(entry[0], {"failed": True})
