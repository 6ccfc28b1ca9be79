"""A roster of members, by thread and by role; nothing but people and threads are sent to."""

from collections import ChainMap, Counter, OrderedDict


class Roster:
    def __init__(self, run_id):
        self.run_id = run_id
        self.members = OrderedDict()
        self.counts = Counter()

    def join(self, thread_id, *people):
        self.members.setdefault(thread_id, set()).update(people)
        self.counts.update(people)

    def people(self):
        return {person for group in self.members.values() for person in group if person}

    def threads(self):
        return list(self.members)

    def __iter__(self):
        for thread, group in self.members.items():
            for person in group:
                yield thread, person


async def main(manager, run_id, user_id, thread_id):
    roster = Roster(run_id)
    roster.join(thread_id, user_id, "user_second")
    roster.join("thread_two", "user_second")
    for person in roster.people():
        await manager.send_to_user(person, {"run_id": roster.run_id})
    for thread in roster.threads():
        await manager.send_to_thread(thread, {"run_id": roster.run_id})
    for thread, person in roster:
        await manager.send_to_thread(thread, {"person": person})
        await manager.send_to_user(person, {"thread": thread})
    for person, count in roster.counts.most_common(1):
        await manager.send_to_user(person, {"count": count})
    overlay = ChainMap({"owner": user_id}, {"owner": run_id, "run_id": run_id})
    await manager.send_to_user(overlay["owner"], {"n": 1})
