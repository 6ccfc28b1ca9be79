"""`finally` overwrites whatever the body left."""


class Lease:
    def __init__(self):
        self.holder = None

    def renew(self, identifier):
        self.holder = identifier
        if len(identifier) < 3:
            raise ValueError(identifier)


async def main(manager, run_id, user_id):
    lease = Lease()
    try:
        lease.renew(run_id)
        lease.renew("x")
    except ValueError as error:
        await manager.send_to_user(str(error), {"n": 1})
    finally:
        lease.holder = user_id
    await manager.send_to_user(lease.holder, {"n": 2, "run": run_id})
    try:
        lease.renew(run_id)
    finally:
        kept = lease.holder
        lease.holder = user_id
    await manager.send_to_user(kept, {"n": 3})
