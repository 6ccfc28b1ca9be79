"""A table of lambdas, each with its own resolution."""

RESOLVERS = {
    "owner": lambda ctx: ctx["owner"],
    "job": lambda ctx: ctx["job"],
    "either": lambda ctx: ctx["owner"] or ctx["job"],
    "safe": lambda ctx: ctx["owner"] or "operator",
}


async def main(manager, run_id, user_id):
    ctx = {"owner": user_id, "job": run_id}
    await manager.send_to_user(RESOLVERS["owner"](ctx), {"n": 1})
    await manager.send_to_user(RESOLVERS["job"](ctx), {"n": 2})
    await manager.send_to_user(RESOLVERS["either"](ctx), {"n": 3})
    await manager.send_to_user(RESOLVERS["safe"](ctx), {"n": 4})
