"""An inner function sends to what was resolved around it, or to nobody."""


def make_reporter(manager, context):
    user_id = context.get("user_id")
    run_id = context["run_id"]
    target = user_id or run_id

    async def report(message):
        if not user_id:
            return
        await manager.send_to_user(target, message)

    async def report_always(message):
        await manager.send_to_user(target, message)

    return report, report_always


async def main(manager, run_id, user_id):
    report, report_always = make_reporter(manager, {"run_id": run_id, "user_id": user_id})
    await report({"n": 1})
    await report_always({"n": 2})
