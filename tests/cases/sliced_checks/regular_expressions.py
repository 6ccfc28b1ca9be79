"""Compiled patterns tell ids apart."""

import re

RUN = re.compile(r"^run_[0-9a-f-]{36}$")
USER = re.compile(r"user[-_]\w+|[0-9a-f-]{36}")


async def main(manager, run_id, user_id, flag):
    recipient = run_id if flag else user_id
    if recipient and not RUN.match(recipient):
        await manager.send_to_user(recipient, {"n": 1})
    if recipient and RUN.fullmatch(recipient) is None:
        await manager.send_to_user(recipient, {"n": 2})
    if recipient and (found := re.match(r"run_(.*)", recipient)):
        await manager.send_to_user(recipient, {"rest": found.group(1)})
