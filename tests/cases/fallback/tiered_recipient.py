"""A recipient in tiers: explicit, from the session, from the run's owner, nobody."""


class Session:
    def __init__(self, user_id, run_id):
        self.user_id = user_id
        self.run_id = run_id
        self.owners = {run_id: user_id} if user_id else {}


def pick(session, explicit=None):
    if explicit and not explicit.startswith("run_"):
        return explicit
    if session.user_id:
        return session.user_id
    return session.owners.get(session.run_id)


def pick_with_run(session, explicit=None):
    return explicit or session.user_id or session.owners.get(session.run_id) or session.run_id


async def send(manager, session, message, explicit=None):
    target = pick(session, explicit)
    if target is None:
        return False
    await manager.send_to_user(target, message)
    return True


async def main(manager, run_id, user_id):
    session = Session(user_id, run_id)
    await send(manager, session, {"n": 1})
    await send(manager, session, {"n": 2}, explicit=user_id)
    await send(manager, session, {"n": 3}, explicit=run_id)
    await manager.send_to_user(pick_with_run(session), {"n": 4})
    target = pick_with_run(session, explicit=user_id or "guest")
    await manager.send_to_user(target, {"n": 5})
    target = pick_with_run(session)
    if target == run_id:
        return
    await manager.send_to_user(target, {"n": 6})
