"""Fields by position and by keyword."""

from dataclasses import dataclass


@dataclass
class Delivery:
    address: str
    sender: str = "system"


async def main(manager, run_id, user_id):
    wrong = Delivery(run_id)
    await manager.send_to_user(wrong.address, {"sender": wrong.sender})
    right = Delivery(address=user_id, sender=run_id)
    await manager.send_to_user(right.address, {"sender": right.sender})
    await manager.send_to_user(right.sender, {"address": right.address})
