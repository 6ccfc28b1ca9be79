"""Commands come as dictionaries and tuples, and are taken apart by `match`."""

from dataclasses import dataclass


@dataclass
class Direct:
    to: str
    text: str


@dataclass
class Broadcast:
    run: str
    members: list


def recipients(command):
    match command:
        case Direct(to=to):
            return [to]
        case Broadcast(members=members):
            return list(members)
        case {"kind": "direct", "to": str(to)}:
            return [to]
        case {"kind": "trace", "run_id": run}:
            return [run]
        case ("many", *people):
            return people
        case _:
            return []


async def main(manager, run_id, user_id):
    for person in recipients(Direct(user_id, run_id)):
        await manager.send_to_user(person, {"n": 1})
    for person in recipients(Broadcast(run_id, ["user_a", user_id])):
        await manager.send_to_user(person, {"n": 2})
    for person in recipients({"kind": "direct", "to": user_id, "run_id": run_id}):
        await manager.send_to_user(person, {"n": 3})
    for person in recipients({"kind": "trace", "to": user_id, "run_id": run_id}):
        await manager.send_to_user(person, {"n": 4})
    for person in recipients(("many", user_id, "user_b")):
        await manager.send_to_user(person, {"n": 5})
    for person in recipients(("many", user_id, run_id)):
        await manager.send_to_user(person, {"n": 6})
    for person in recipients(("none", run_id)):
        await manager.send_to_user(person, {"n": 7})
