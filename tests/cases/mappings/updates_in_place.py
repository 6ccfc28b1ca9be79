"""Contexts are dictionaries that middlewares complete before a handler sends."""


def with_recipient(context):
    if not context.get("recipient"):
        context["recipient"] = context.get("user_id") or context["run_id"]
    return context


def only_people(context):
    if context["recipient"].startswith("run_"):
        context["recipient"] = None
    return context


def tagged(context):
    context["tags"] = [context["run_id"]]
    return context


async def handle(manager, context):
    if context["recipient"]:
        await manager.send_to_user(context["recipient"], {"tags": context["tags"]})


async def handle_all(manager, context):
    await manager.send_to_user(context["recipient"], {"tags": context["tags"]})


async def main(manager, run_id, user_id):
    await handle(manager, only_people(with_recipient(tagged({"run_id": run_id, "user_id": user_id}))))
    await handle_all(manager, with_recipient(tagged({"run_id": run_id, "user_id": user_id})))
    context = {"run_id": run_id, "user_id": user_id, "recipient": run_id}
    for step in (tagged, with_recipient, only_people):
        context = step(context)
    await handle(manager, context)
