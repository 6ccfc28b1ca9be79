"""Values of an enumeration."""

from enum import Enum


class Channel(str, Enum):
    ADMINS = "admins"
    LAST = "run_latest"


async def main(manager, user_id):
    await manager.send_to_user(Channel.ADMINS.value, {"n": 1})
    await manager.send_to_user(Channel.LAST.value, {"n": 2})
