"""`%`, `format_map` and templates that keep the id whole."""

from string import Template


async def main(manager, run_id, user_id):
    await manager.send_to_user("%s" % run_id, {"n": 1})
    await manager.send_to_user("%(key)s" % {"key": run_id}, {"n": 2})
    await manager.send_to_user("user-%s" % run_id, {"n": 3})
    await manager.send_to_user("{who}".format_map({"who": user_id, "job": run_id}), {"n": 4})
    await manager.send_to_user(Template("$who").substitute(who=run_id), {"n": 5})
