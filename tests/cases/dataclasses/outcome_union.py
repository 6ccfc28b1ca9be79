"""A lookup gives one of two classes of outcomes, told apart by `isinstance` or by `match`."""

from dataclasses import dataclass


@dataclass
class Found:
    recipient: str


@dataclass
class Missing:
    recipient: str
    reason: str = "unknown"


def look_up(owners, run_id):
    owner = owners.get(run_id)
    if owner:
        return Found(owner)
    return Missing(run_id)


async def tell(manager, outcome):
    if isinstance(outcome, Missing):
        print(outcome.reason, outcome.recipient)
        return
    await manager.send_to_user(outcome.recipient, {"n": 1})


async def tell_matched(manager, outcome):
    match outcome:
        case Found(recipient=recipient):
            await manager.send_to_user(recipient, {"n": 2})
        case Missing(recipient, reason):
            print(reason, recipient)


async def tell_without_look(manager, outcome):
    await manager.send_to_user(outcome.recipient, {"n": 3})


async def main(manager, run_id, other_run_id, user_key):
    owners = {run_id: user_key}
    for run in (run_id, other_run_id):
        outcome = look_up(owners, run)
        await tell(manager, outcome)
        await tell_matched(manager, outcome)
        await tell_without_look(manager, outcome)
