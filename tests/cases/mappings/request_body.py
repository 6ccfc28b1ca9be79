"""A request's body goes through a few hands."""


def parsed(body):
    return {"recipient": body.get("user"), "reference": body["meta"]["run"]}


def enriched(request, **more):
    return {**request, **more}


async def main(manager, run_id, user_id):
    request = enriched(parsed({"user": user_id, "meta": {"run": run_id}}), kind="x")
    await manager.send_to_user(request["recipient"], {"n": 1})
    await manager.send_to_user(request["reference"], {"n": 2})
    request = enriched(request, recipient=request["reference"])
    await manager.send_to_user(request["recipient"], {"n": 3})
    nested = {"a": {"to": run_id}, "b": {"to": user_id}}
    for name in ("b",):
        await manager.send_to_user(nested[name]["to"], {"n": 4})
