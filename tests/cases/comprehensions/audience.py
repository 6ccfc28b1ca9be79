"""An audience is gathered in comprehensions, with runs left out or mapped to people."""


def is_person(value):
    return bool(value) and not value.startswith(("run_", "thread_"))


def audience(members, owners):
    people = {owners.get(member, member) for member in members}
    return sorted(person for person in people if is_person(person))


def everybody(members):
    return sorted({member for member in members if member})


async def main(manager, run_id, user_key, thread_id):
    members = [run_id, user_key, thread_id]
    owners = {run_id: user_key}
    for person in audience([run_id, user_key], owners):
        await manager.send_to_user(person, {"n": 1})
    for member in everybody(members):
        await manager.send_to_user(member, {"n": 2})
    people = list(filter(is_person, members))
    for person in people:
        await manager.send_to_user(person, {"n": 3})
    runs = [member for member in members if member and member.startswith("run_")]
    others = [member for member in members if member and member not in runs]
    for other in others:
        if other == thread_id:
            await manager.send_to_thread(other, {"n": 4, "runs": runs})
        else:
            await manager.send_to_user(other, {"n": 5, "runs": runs})
    by_member = {member: is_person(member) for member in (run_id, user_key)}
    for member, person in by_member.items():
        if person:
            await manager.send_to_user(member, {"n": 6})
    first = next((member for member in members if is_person(member)), None)
    if first is not None:
        await manager.send_to_user(first, {"n": 7})
    await to_owners(manager, [run_id], owners)


async def to_owners(manager, members, owners):
    targets = [(member, owners.get(member)) for member in members]
    for member, owner in targets:
        await manager.send_to_user(owner or "support", {"member": member})
        await manager.send_to_user(member, {"owner": owner})
