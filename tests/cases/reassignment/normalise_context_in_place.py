"""A middleware chain repairs a context before the last step sends."""


class Context(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


async def require_target(context, call_next):
    if not context.get("target"):
        context["target"] = context["job"]
    return await call_next(context)


async def repair_target(context, call_next):
    if context["target"].startswith("run_"):
        context["target"] = context["owner"] or "lobby"
    return await call_next(context)


def chain(middlewares, last):
    call = last
    for middleware in reversed(middlewares):
        call = _bind(middleware, call)
    return call


def _bind(middleware, call_next):
    async def call(context):
        return await middleware(context, call_next)

    return call


async def main(manager, run_id, user_id):
    async def repaired(context):
        await manager.send_to_user(context["target"], {"n": 1})

    async def unrepaired(context):
        await manager.send_to_user(context["target"], {"n": 2})

    context = {"job": run_id, "owner": user_id, "target": user_id}
    await chain([require_target, repair_target], repaired)(dict(context))
    await chain([require_target], unrepaired)(dict(context))
    named = Context(context)
    await manager.send_to_user(named.owner, {"n": 3})
    await manager.send_to_user(named.job, {"n": 4})
