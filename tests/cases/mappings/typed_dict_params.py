"""Parameters travel in a TypedDict and are unpacked into a context."""

from typing import TypedDict


class Params(TypedDict, total=False):
    run_id: str
    user_id: str
    recipient: str


class Context:
    def __init__(self, run_id, user_id, recipient=None):
        self.run_id = run_id
        self.user_id = user_id
        self.recipient = recipient


def base_params(run_id, user_id) -> Params:
    return {"run_id": run_id, "user_id": user_id}


def with_recipient(params: Params, recipient) -> Params:
    return {**params, "recipient": recipient}


async def main(manager, run_id, user_id):
    params = base_params(run_id, user_id)
    good = Context(**with_recipient(params, params["user_id"]))
    if good.recipient:
        await manager.send_to_user(good.recipient, {"n": 1})
    bad = Context(**with_recipient(params, params["run_id"]))
    await manager.send_to_user(bad.recipient, {"n": 2})
    made = Params(run_id=run_id, user_id=user_id, recipient=run_id)
    await manager.send_to_user(made["recipient"], {"n": 3})
    if made["user_id"]:
        await manager.send_to_user(made["user_id"], {"n": 4})
