"""A recipient is looked up in a registry, with what to do when it is not there."""


class Unknown(LookupError):
    pass


class Registry:
    def __init__(self):
        self._owners = {}

    def add(self, run_id, owner):
        self._owners[run_id] = owner

    def owner_of(self, run_id):
        try:
            return self._owners[run_id]
        except KeyError:
            raise Unknown(run_id) from None


async def tell(manager, registry, run_id):
    try:
        target = registry.owner_of(run_id)
    except Unknown:
        return False
    else:
        await manager.send_to_user(target, {"run_id": run_id})
    finally:
        print("told", run_id)
    return True


async def tell_anyway(manager, registry, run_id):
    target = run_id
    try:
        target = registry.owner_of(run_id)
    except Unknown:
        print("unknown")
    await manager.send_to_user(target, {"n": 1})


async def main(manager, run_id, user_id, other_run_id):
    registry = Registry()
    registry.add(run_id, user_id)
    await tell(manager, registry, run_id)
    await tell(manager, registry, other_run_id)
    await tell_anyway(manager, registry, other_run_id)
    try:
        raise Unknown(run_id)
    except Unknown as error:
        await manager.send_to_user(error.args[0], {"n": 2})
    recipient = run_id
    try:
        recipient = registry.owner_of(other_run_id)
    except Unknown:
        print("nobody")
    finally:
        await manager.send_to_user(recipient, {"n": 3})
