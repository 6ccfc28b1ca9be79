"""Ids are put into topic names and taken out of them again."""

TOPIC = "agents/{user}/{run}/events"


def topic(user, run):
    return TOPIC.format(user=user, run=run)


def parse(name):
    prefix, user, run, suffix = name.split("/")
    assert prefix == "agents" and suffix == "events"
    return user, run


def short(run_id):
    return run_id.split("_", 1)[1]


async def main(manager, run_id, user_id):
    name = topic(user_id or "user_anonymous", run_id)
    user, run = parse(name)
    await manager.send_to_user(user, {"run_id": run})
    await manager.send_to_user(run, {"n": 1})
    await manager.send_to_user(short(run_id), {"n": 2})
    await manager.send_to_user(f"user_{short(run_id)}", {"n": 3})
    tag = f"{run_id}|{user_id or 'user_anonymous'}"
    await manager.send_to_user(tag.split("|")[1], {"n": 4})
    await manager.send_to_user(tag.split("|")[0], {"n": 5})
    await manager.send_to_user(tag.rpartition("|")[2], {"n": 6})
    await manager.send_to_user(run_id.replace("run_", "user_", 1), {"n": 7})
    await manager.send_to_user("".join(["run", "_", short(run_id)]), {"n": 8})
