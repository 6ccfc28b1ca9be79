"""Tables that are keyed by run."""

from collections import defaultdict


async def main(manager, run_id, user_id):
    owners = defaultdict(str)
    owners[run_id] = user_id
    await manager.send_to_user(owners[run_id], {"n": 1})
    subscribers = {run_id: {user_id, "lobby"}}
    for subscriber in subscribers.get(run_id, ()):
        await manager.send_to_user(subscriber, {"n": 2})
    for run, people in subscribers.items():
        for person in people:
            await manager.send_to_user(person, {"run": run})
        await manager.send_to_user(run, {"n": 4})
