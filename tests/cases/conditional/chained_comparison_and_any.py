"""Conditions that say nothing about the id, in several forms."""


async def main(manager, run_id, user_id, count):
    options = {"user": user_id, "run": run_id}
    key = "user" if 0 <= count < 2 else "run"
    await manager.send_to_user(options[key], {"n": 1})
    who = options["user"] if any(options.values()) else "operator"
    await manager.send_to_user(who, {"n": 2})
    who = {True: user_id, False: run_id}[count > 1]
    await manager.send_to_user(who, {"n": 3})
    who = (user_id, "lobby")[count > 1]
    await manager.send_to_user(who, {"n": 4})
