"""Recipients are written as channel names and taken apart again."""


async def main(manager, run_id, user_id):
    channel = f"user:{user_id}"
    await manager.send_to_user(channel.split(":", 1)[1], {"n": 1})
    await manager.send_to_user(f"{run_id}".strip(), {"n": 2})
    await manager.send_to_user("%s" % run_id, {"n": 3})
    await manager.send_to_user("{}".format(user_id), {"ref": "{}".format(run_id)})
    label = "run {0}".format(run_id)
    await manager.send_to_user(user_id, {"label": label})
