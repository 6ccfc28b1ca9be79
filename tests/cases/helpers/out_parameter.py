"""A helper fills a list or a dictionary that it is given."""


def fill(target, owner, job):
    target["owner"] = owner
    target["job"] = job


def collect(into, *values):
    into.extend(values)


async def main(manager, run_id, user_id):
    routes = {}
    fill(routes, user_id, run_id)
    await manager.send_to_user(routes["owner"], {"n": 1})
    await manager.send_to_user(routes["job"], {"n": 2})
    people, jobs = [], []
    collect(people, user_id, "lobby")
    collect(jobs, run_id)
    await manager.send_to_user(people[0], {"n": 3})
    await manager.send_to_user(jobs[0], {"n": 4})
