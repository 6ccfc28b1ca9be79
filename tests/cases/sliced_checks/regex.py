"""Regular expressions."""

import re

RUN = re.compile(r"^run_[0-9a-f-]+$")


async def main(manager, run_id, user_id):
    recipient = user_id or run_id
    if not re.match(r"run_", recipient):
        await manager.send_to_user(recipient, {"n": 1})
    if RUN.match(recipient):
        return
    await manager.send_to_user(recipient, {"n": 2})
