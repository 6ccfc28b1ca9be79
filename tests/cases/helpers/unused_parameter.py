"""Helpers that take a run id and never give it back."""


def owner_for(run_id, table):
    found = table.get(run_id)
    return found["owner"] if found else "operator"


def label(run_id):
    return f"job {run_id[-4:]}"


def describe(run_id, owner):
    text = f"{run_id} belongs to {owner}"
    return owner if text else None


def echo(run_id, owner):
    text = f"{run_id}"
    return text if owner else None


async def main(manager, run_id, user_id):
    await manager.send_to_user(owner_for(run_id, {run_id: {"owner": user_id}}), {"n": 1})
    await manager.send_to_user(label(run_id), {"n": 2})
    await manager.send_to_user(describe(run_id, user_id), {"n": 3})
    await manager.send_to_user(echo(run_id, user_id), {"n": 4})
