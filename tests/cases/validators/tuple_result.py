"""A validator returns a pair of a verdict and a value."""


def validated(value):
    if not value or value.startswith("run_"):
        return False, "no recipient"
    return True, value


async def main(manager, run_id, user_id, flag):
    ok, who = validated(run_id if flag else user_id)
    if ok:
        await manager.send_to_user(who, {"n": 1})
    _, text = validated(run_id)
    await manager.send_to_user(text, {"n": 2})
