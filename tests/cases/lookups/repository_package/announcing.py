class Announcer:
    def __init__(self, ws, repositories):
        self.ws = ws
        self.repositories = repositories

    async def announce(self, execution):
        row = self.repositories.threads.by_run(execution)
        if row is None:
            return
        if row["key"]:
            await self.ws.send_to_thread(row["key"], {"run": row["run"]})
        for member in row["members"]:
            await self.ws.send_to_user(member, {"run": execution})
        await self.ws.send_to_user(row["run"], {"members": row["members"]})
