"""Two modules have a function and a class of the same names."""

import jobs
import people
from jobs import Address as JobAddress
from people import Address


async def main(manager, run_id, user_id):
    await manager.send_to_user(people.resolve(run_id, user_id), {"n": 1})
    await manager.send_to_user(jobs.resolve(run_id, user_id), {"n": 2})
    await manager.send_to_user(Address(run_id, user_id).value(), {"n": 3})
    await manager.send_to_user(JobAddress(run_id, user_id).value(), {"n": 4})
