"""`format` and `%` that keep the id whole."""


async def main(manager, run_id):
    await manager.send_to_user("{}".format(run_id), {"type": "a"})
    await manager.send_to_user("%s" % run_id, {"type": "b"})
    await manager.send_to_user("job %s" % run_id, {"type": "c"})
