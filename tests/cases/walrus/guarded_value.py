"""A walrus whose value is checked in the same condition."""


def pick(options, index):
    return options[index]


async def main(manager, run_id, user_id, count):
    options = [run_id, "lobby", "desk", user_id or run_id]
    if (x := pick(options, count)) and not x.startswith("run_"):
        await manager.send_to_user(x, {"n": 1})
    if (y := pick(options, count)) and len(y) > 2:
        await manager.send_to_user(y, {"n": 2})
