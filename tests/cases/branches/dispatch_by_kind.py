"""A table of functions is chosen from by the kind of message."""


async def to_user(manager, context, body):
    if context["user_id"]:
        await manager.send_to_user(context["user_id"], body)


async def to_thread(manager, context, body):
    if context["thread_id"]:
        await manager.send_to_thread(context["thread_id"], body)


async def to_run(manager, context, body):
    await manager.send_to_user(context["run_id"], body)


ROUTES = {"user": to_user, "thread": to_thread}


async def main(manager, run_id, user_id, thread_id, mode):
    context = {"run_id": run_id, "user_id": user_id, "thread_id": thread_id}
    route = ROUTES.get(mode, to_run)
    await route(manager, context, {"n": 1})
    await ROUTES["user"](manager, context, {"n": 2})
