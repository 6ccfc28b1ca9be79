"""Corpus jobs run with quotas and locks; scopes set the owner, workers report in batches"""

from __future__ import annotations

from corpus import CorpusService
from quotas import QuotaExceeded, QuotaKeeper
from reports import BatchReporter
from scopes import OwnerScope, current_owner


async def main(manager, run_id, user_id, thread_id):
    reporter = BatchReporter(manager, size=2)
    quotas = QuotaKeeper(limit=2)
    service = CorpusService(reporter, quotas)
    async with OwnerScope(user_id, run_id) as scope:
        await service.upload("a.txt", scope.owner)
        await service.upload("b.txt", current_owner())
        try:
            await service.upload("c.txt", scope.owner)
        except QuotaExceeded as problem:
            await manager.send_to_user(problem.owner, {"quota": problem.limit})
    await service.index(run_id=run_id, thread_id=thread_id)
    await service.share("a.txt", with_users=[user_id], by=run_id)
    await reporter.flush()
