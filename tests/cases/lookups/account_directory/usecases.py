class UseCase:
    def __init__(self, ws, runs, *others):
        self.ws = ws
        self.runs = runs
        self.others = others


class NotifyOwner(UseCase):
    async def execute(self, run_id):
        (accounts,) = self.others
        run = self.runs.by_id(run_id)
        if run is None:
            return
        account = accounts.by_user(run.owner)
        if account is None:
            return
        await self.ws.send_to_user(account.user_id, {"run_id": run.run_id})
        if account.room:
            await self.ws.send_to_thread(account.room, {"run_id": run.run_id})


class NotifyTeam(UseCase):
    async def execute(self, run_id):
        memberships = self.others[0]
        run = self.runs.by_id(run_id)
        for member in memberships.members(run.team):
            if member != run.run_id:
                await self.ws.send_to_user(member, {"team": run.team, "run_id": run_id})


class PingRun(UseCase):
    async def execute(self, run_id):
        run = self.runs.by_id(run_id)
        target = run.owner if run else run_id
        await self.ws.send_to_user(target, {"ping": True})
