"""Contexts are copied with changes: `replace`, `asdict`, `vars` and constructors from them."""

from dataclasses import asdict, dataclass, field, fields, replace


@dataclass(frozen=True)
class Execution:
    job: str
    owner: str
    channel: str = ""
    labels: dict = field(default_factory=dict)

    def for_channel(self, channel):
        return replace(self, channel=channel)


@dataclass
class SubExecution:
    job: str
    owner: str
    channel: str = ""
    labels: dict = field(default_factory=dict)
    parent: str = ""


def child_of(context):
    values = {each.name: getattr(context, each.name) for each in fields(context)}
    return SubExecution(**values, parent=context.job)


async def report(ws, context, text):
    await ws.send_to_user(context.channel, {"text": text, "job": context.job})


async def main(manager, run_id, user_id):
    base = Execution(job=run_id, owner=user_id)
    await report(manager, base.for_channel(base.owner), "direct")
    await report(manager, base.for_channel(base.job), "mistaken")
    again = Execution(**{**asdict(base), "channel": user_id})
    await report(manager, again, "again")
    swapped = Execution(**{**vars(base), "channel": vars(base)["job"]})
    await report(manager, swapped, "swapped")
    child = child_of(base.for_channel(user_id))
    await manager.send_to_user(child.channel, {"n": 1})
    await manager.send_to_user(child.parent, {"n": 2})
    merged = SubExecution(**asdict(replace(base, owner=base.job)))
    await manager.send_to_user(merged.owner, {"n": 3})
