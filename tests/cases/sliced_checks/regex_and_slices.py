"""Checks by slices, partition and regular expressions."""

import re

RUN = re.compile(r"run_[0-9a-f-]+")


async def main(manager, run_id, user_id):
    for target in (run_id, user_id):
        if not RUN.fullmatch(target):
            await manager.send_to_user(target, {"n": 1})
        if target[:4] != "run_":
            await manager.send_to_user(target, {"n": 2})
        prefix, _, _ = target.partition("_")
        if prefix != "run":
            await manager.send_to_user(target, {"n": 3})
        if re.match("run_", target):
            await manager.send_to_user(target, {"n": 4})
