"""Tables keyed by run hold positions and kinds; the people stand elsewhere."""

from enum import Enum


class Seat(Enum):
    FIRST = 0
    SECOND = 1


async def main(manager, run_id, user_id):
    people = [user_id, "lobby"]
    seat_of = {run_id: Seat.FIRST}
    await manager.send_to_user(people[seat_of[run_id].value], {"n": 1})
    position = {run_id: 1}
    await manager.send_to_user(people[position[run_id]], {"n": 2})
    count = {run_id: 0}
    count[run_id] += 1
    await manager.send_to_user(people[count[run_id]], {"count": count})
