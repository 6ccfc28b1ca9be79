"""A helper puts a right id in the place of a wrong one."""


class Envelope:
    def __init__(self, to):
        self.to = to


def readdress(envelope, user_id):
    envelope.to = user_id or "operator"


def readdress_all(envelopes, user_id):
    for envelope in envelopes:
        envelope.to = user_id or "operator"


async def main(manager, run_id, user_id):
    envelope = Envelope(run_id)
    await manager.send_to_user(envelope.to, {"n": 1})
    readdress(envelope, user_id)
    await manager.send_to_user(envelope.to, {"n": 2})
    params = {"to": run_id}
    params["to"] = user_id or "operator"
    await manager.send_to_user(params["to"], {"n": 3})
    target = run_id
    for target in ("operator", "auditor"):
        await manager.send_to_user(target, {"n": 4})
