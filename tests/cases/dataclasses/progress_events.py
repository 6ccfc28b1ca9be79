"""Progress events are named tuples that a sender unpacks, compares and replaces."""

from typing import NamedTuple, Optional


class Progress(NamedTuple):
    run: str
    owner: Optional[str]
    step: int = 0
    note: str = ""

    @property
    def label(self):
        return f"{self.run}#{self.step}"

    def advanced(self, note):
        return self._replace(step=self.step + 1, note=note)


def history(run_id, user_id):
    event = Progress(run_id, user_id)
    events = [event]
    for note in ("plan", "search", "write"):
        event = event.advanced(note)
        events.append(event)
    return events


async def main(manager, run_id, user_id):
    events = history(run_id, user_id)
    for run, owner, step, note in events:
        await manager.send_to_user(owner, {"run_id": run, "step": step, "note": note})
    latest = max(events, key=lambda event: event.step)
    await manager.send_to_user(latest.owner, {"label": latest.label})
    await manager.send_to_user(latest.run, {"step": latest.step})
    await manager.send_to_user(latest.label, {"n": 1})
    first, *_ = events
    await manager.send_to_user(first[1], {"n": 2})
    await manager.send_to_user(first[0], {"n": 3})
    as_map = latest._asdict()
    await manager.send_to_user(as_map["owner"], {"n": 4})
    fixed = latest._replace(owner=latest.run)
    await manager.send_to_user(fixed.owner, {"n": 5})
