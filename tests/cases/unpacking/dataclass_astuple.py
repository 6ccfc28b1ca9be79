"""`dataclasses.astuple` keeps the order of the fields."""

from dataclasses import astuple, dataclass


@dataclass
class Delivery:
    recipient: str
    correlation: str


async def main(manager, run_id, user_id):
    first, second = astuple(Delivery(user_id, run_id))
    await manager.send_to_user(first, {"n": 1})
    await manager.send_to_user(second, {"n": 2})
