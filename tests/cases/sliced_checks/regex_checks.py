"""Ids are checked with patterns, in lists, helpers and guards."""

import re

RUN = re.compile(r"run_[0-9a-f-]{36}")
USER = re.compile(r"^[0-9a-f]{8}-[0-9a-f-]{27}$")
PATTERNS = {"run": r"^run_", "thread": r"^thread_"}


def kind_of(value):
    for kind, pattern in PATTERNS.items():
        if re.match(pattern, value):
            return kind
    return "user"


def users_in(values):
    return [value for value in values if USER.match(value)]


async def main(manager, run_id, user_key):
    for target in (run_id, user_key):
        if RUN.fullmatch(target):
            continue
        await manager.send_to_user(target, {"n": 1})
    for target in users_in([run_id, user_key]):
        await manager.send_to_user(target, {"n": 2})
    for target in (run_id, user_key):
        if kind_of(target) == "user":
            await manager.send_to_user(target, {"n": 3})
        if kind_of(target) != "thread":
            await manager.send_to_user(target, {"n": 4})
    match = RUN.search(run_id)
    if match:
        await manager.send_to_user(match.group(0), {"n": 5})
    if USER.match(run_id) is None:
        target = user_key
    else:
        target = run_id
    await manager.send_to_user(target, {"n": 6})
    matched = re.match(r"(run|user)_(.*)", run_id)
    if matched and matched.group(1) == "user":
        await manager.send_to_user(run_id, {"n": 7})
