"""A named tuple with listed fields: replaced, spread, unpacked and by keyword."""

from collections import namedtuple

Row = namedtuple("Row", ["job", "owner"])


async def main(manager, run_id, user_id):
    row = Row(run_id, owner=user_id)
    await manager.send_to_user(row.owner, {"n": 1})
    await manager.send_to_user(row.job, {"n": 2})
    swapped = row._replace(job=row.owner, owner=row.job)
    await manager.send_to_user(swapped.job, {"n": 3})
    await manager.send_to_user(swapped.owner, {"n": 4})
    renamed = row._replace(job="job")
    await manager.send_to_user(renamed.owner, {"n": 5})
    job, owner = renamed
    await manager.send_to_user(owner, {"n": 6})
    again = Row(**{"job": user_id, "owner": run_id})
    await manager.send_to_user(again.job, {"n": 7})
    await manager.send_to_user(again.owner, {"n": 8})
    await manager.send_to_user(row._asdict()["owner"], {"n": 9})
    await manager.send_to_user(row._asdict().get("job"), {"n": 10})
