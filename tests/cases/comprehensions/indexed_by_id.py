"""Records are indexed by ids, inverted, filtered and grouped in comprehensions."""

from dataclasses import dataclass


@dataclass
class Record:
    job: str
    owner: str
    live: bool = True


def index(records, key):
    return {getattr(record, key): record for record in records}


async def main(manager, run_id, user_id):
    owner = user_id or "anonymous"
    records = [Record(run_id, owner), Record("run_of_old", owner, live=False)]
    by_job = {record.job: record for record in records}
    await manager.send_to_user(by_job[run_id].owner, {"n": 1})
    owners = {record.job: record.owner for record in records if record.live}
    for who in owners.values():
        await manager.send_to_user(who, {"n": 2})
    for who in owners:
        await manager.send_to_user(who, {"n": 3})
    inverted = {who: job for job, who in owners.items()}
    for who, job in inverted.items():
        await manager.send_to_user(who, {"about": job})
        await manager.send_to_user(job, {"n": 4})
    for key, record in index(records, "job").items():
        await manager.send_to_user(record.owner, {"n": 5})
        await manager.send_to_user(key, {"n": 6})
    jobs = {who: [each.job for each in records if each.owner == who] for who in set(inverted)}
    for who, mine in jobs.items():
        await manager.send_to_user(who, {"jobs": mine})
        await manager.send_to_user(mine[0], {"n": 7})
