"""Texts put together and taken apart again, with limits, from both ends, by keyword."""


async def main(manager, run_id, user_id):
    line = f"job {run_id} for {user_id}"
    await manager.send_to_user(line.split(" ")[1], {"n": 1})
    await manager.send_to_user(line.split(" ")[-1], {"n": 2})
    await manager.send_to_user(line.rsplit(" ", 1)[1], {"n": 3})
    await manager.send_to_user(line.split(" ", 2)[1], {"n": 4})
    await manager.send_to_user(line.rpartition(" ")[2], {"n": 5})
    known = {"job": run_id, "owner": user_id}
    await manager.send_to_user("{owner}".format_map(known), {"n": 6})
    await manager.send_to_user("{job}".format(**known), {"n": 7})
    await manager.send_to_user("{0}".format(*[user_id, run_id]), {"n": 8})
    await manager.send_to_user("{row[job]}".format(row=known), {"n": 9})
    await manager.send_to_user("%(owner)s" % known, {"n": 10})
    await manager.send_to_user("%(job)s" % known, {"n": 11})
