"""Fields with factories, filled later."""

from dataclasses import asdict, dataclass, field


@dataclass
class Batch:
    owner: str
    jobs: list = field(default_factory=list)
    routes: dict = field(default_factory=dict)


async def main(manager, run_id, user_id):
    batch = Batch(user_id)
    batch.jobs.append(run_id)
    batch.routes["owner"] = batch.owner
    batch.routes["job"] = batch.jobs[0]
    await manager.send_to_user(batch.routes["owner"], {"n": 1})
    await manager.send_to_user(batch.routes["job"], {"n": 2})
    other = Batch(user_id)
    for job in other.jobs:
        await manager.send_to_user(job, {"n": 3})
    await manager.send_to_user(asdict(batch)["owner"], {"n": 4})
    await manager.send_to_user(asdict(batch)["jobs"][0], {"n": 5})
