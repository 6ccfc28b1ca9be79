"""A cache of run owners is filled from a repository; misses are told apart from hits."""

from dataclasses import dataclass


@dataclass
class RunRow:
    run_id: str
    user_id: str | None
    thread_id: str | None


class RunRepository:
    def __init__(self, rows):
        self.rows = {row.run_id: row for row in rows}

    async def get(self, run_id):
        return self.rows.get(run_id)


class OwnerCache:
    def __init__(self, repository):
        self._repository = repository
        self._cache: dict[str, str] = {}

    async def owner(self, run_id):
        if run_id in self._cache:
            return self._cache[run_id]
        row = await self._repository.get(run_id)
        if row is None or row.user_id is None:
            return None
        self._cache[run_id] = row.user_id
        return row.user_id

    async def owner_or_run(self, run_id):
        return await self.owner(run_id) or run_id


class Reporter:
    def __init__(self, ws, cache):
        self.ws = ws
        self.cache = cache

    async def report(self, run_id, message):
        owner = await self.cache.owner(run_id)
        if owner is None:
            return
        await self.ws.send_to_user(owner, {**message, "run_id": run_id})

    async def report_anyway(self, run_id, message):
        await self.ws.send_to_user(await self.cache.owner_or_run(run_id), message)


async def main(manager, run_id, user_id, thread_id):
    cache = OwnerCache(RunRepository([RunRow(run_id, user_id, thread_id)]))
    reporter = Reporter(manager, cache)
    await reporter.report(run_id, {"n": 1})
    await reporter.report(run_id, {"n": 2})
    await reporter.report_anyway(run_id, {"n": 3})
