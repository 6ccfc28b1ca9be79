"""A callee overwrites a field of the object that it is given."""


class Draft:
    def __init__(self, to):
        self.to = to


def fix(draft, owner):
    draft.to = owner
    return draft


def replace(draft, owner):
    draft = Draft(owner)
    return draft


async def main(manager, run_id, user_id):
    first = Draft(run_id)
    fix(first, user_id)
    await manager.send_to_user(first.to, {"n": 1})
    second = Draft(run_id)
    replace(second, user_id)
    await manager.send_to_user(second.to, {"n": 2})
    second = replace(second, user_id)
    await manager.send_to_user(second.to, {"n": 3})
