"""A service turns run ids into users, with a cache in between."""


class RunDirectory:
    def __init__(self, rows):
        self._rows = rows
        self._cache = {}

    async def user_for_run(self, run_id):
        if run_id in self._cache:
            return self._cache[run_id]
        user = await self._query(run_id)
        self._cache[run_id] = user
        return user

    async def _query(self, run_id):
        return next((owner for key, owner in self._rows if key == run_id), None)

    async def user_or_run(self, run_id):
        return await self.user_for_run(run_id) or run_id


async def main(manager, run_id, user_id):
    directory = RunDirectory([(run_id, user_id)])
    who = await directory.user_for_run(run_id)
    if who:
        await manager.send_to_user(who, {"run_id": run_id})
    await manager.send_to_user(await directory.user_or_run(run_id), {"n": 2})
