"""The prefix stands in an enumeration or a class's constant."""

from enum import Enum


class Prefix(str, Enum):
    RUN = "run_"
    THREAD = "thread_"


class Limits:
    RUN_PREFIX = "run_"

    @classmethod
    def allows(cls, value):
        return bool(value) and not value.startswith(cls.RUN_PREFIX)


async def main(manager, run_id, user_id, flag):
    recipient = run_id if flag else user_id
    if recipient and not recipient.startswith(Prefix.RUN.value):
        await manager.send_to_user(recipient, {"n": 1})
    if Limits.allows(recipient):
        await manager.send_to_user(recipient, {"n": 2})
    if recipient and recipient.startswith(Prefix.RUN):
        await manager.send_to_user(recipient, {"n": 3})
