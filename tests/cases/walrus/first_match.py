"""The first fitting recipient is found with `next`, `any` and the walrus."""

import re

RUN = re.compile(r"^run_[0-9a-f-]+$")


def is_user(value):
    return bool(value) and not RUN.match(value) and not value.startswith("thread_")


async def main(manager, run_id, user_id, thread_id):
    ids = [run_id, user_id, thread_id]
    found = next((value for value in ids if is_user(value)), None)
    if found:
        await manager.send_to_user(found, {"n": 1})
    if (target := ids[1]) and not RUN.match(target):
        await manager.send_to_user(target, {"n": 2})
    if any(is_user(match := value) for value in ids):
        await manager.send_to_user(match, {"n": 3})
    if match := RUN.match(run_id):
        await manager.send_to_user(match.group(0), {"n": 4})
    first = next(iter(ids))
    await manager.send_to_user(first, {"n": 5})
    people = list(filter(is_user, ids))
    for person in people:
        await manager.send_to_user(person, {"n": 6})
    runs = [value for value in ids if value and RUN.match(value)]
    await manager.send_to_user(runs[0], {"n": 7})
    if not (matched := RUN.fullmatch(ids[0])):
        await manager.send_to_user(ids[0], {"n": 8})
    await manager.send_to_user(matched and matched[0], {"n": 9})
