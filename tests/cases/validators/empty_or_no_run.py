"""A validator says of an empty value too that it is no run id"""

import re

RUN = re.compile(r"^run_[0-9a-f-]{36}$")


def is_run(value):
    return bool(value) and RUN.match(value) is not None


def is_no_run(value):
    return value is None or RUN.match(value) is None


def first(*candidates):
    return next((each for each in candidates if not is_run(each)), None)


async def main(manager, run_id, user_id):
    await manager.send_to_user(first(run_id, user_id), {"n": 1})
    people = [each for each in (run_id, user_id) if is_no_run(each)]
    await manager.send_to_user(people[0], {"n": 2})
    for each in (run_id, user_id):
        if not is_run(each):
            await manager.send_to_user(each, {"n": 3})
    runs = [each for each in (run_id, user_id) if is_run(each)]
    await manager.send_to_user(runs[0], {"n": 4})
