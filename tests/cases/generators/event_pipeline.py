"""Events go through generators that drop, enrich and batch them before they are sent."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Event:
    name: str
    target: str
    run_id: str


def produce(run_id, user_key):
    yield Event("start", user_key, run_id)
    yield Event("trace", run_id, run_id)
    yield Event("end", user_key, run_id)


def deliverable(events):
    for event in events:
        if event.target.startswith("run_"):
            continue
        yield event


def stamped(events):
    for number, event in enumerate(events):
        yield replace(event, name=f"{number}:{event.name}")


def batched(events, size):
    batch = []
    for event in events:
        batch.append(event)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


async def main(manager, run_id, user_key):
    for event in deliverable(produce(run_id, user_key)):
        await manager.send_to_user(event.target, {"name": event.name, "run_id": event.run_id})
    for event in stamped(deliverable(produce(run_id, user_key))):
        await manager.send_to_user(event.target, {"name": event.name})
    for batch in batched(deliverable(produce(run_id, user_key)), 2):
        for event in batch:
            await manager.send_to_user(event.target, {"name": event.name})
    for event in stamped(produce(run_id, user_key)):
        await manager.send_to_user(event.target, {"name": event.name})
    traces = [event for event in produce(run_id, user_key) if event.name == "trace"]
    for event in traces:
        await manager.send_to_user(event.target, {"name": event.name})
