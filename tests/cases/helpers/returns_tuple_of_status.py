"""A helper returns success and a recipient, as such helpers do."""


def resolve(context):
    if context.get("owner"):
        return True, context["owner"]
    return False, context.get("job")


async def main(manager, run_id, user_id):
    ok, who = resolve({"owner": user_id, "job": "import"})
    if ok:
        await manager.send_to_user(who, {"run": run_id})
    _, who = resolve({"owner": user_id, "job": run_id})
    await manager.send_to_user(who, {"n": 2})
