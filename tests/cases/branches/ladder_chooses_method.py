"""Each arm has a send of its own, one of them wrong."""


async def route(ws, context, body):
    if context["thread_id"]:
        await ws.send_to_thread(context["thread_id"], body)
    elif context["user_id"]:
        await ws.send_to_user(context["user_id"], body)
    else:
        await ws.send_to_user(context["run_id"], body)


async def main(manager, run_id, user_id, thread_id):
    ids = {"run_id": run_id, "user_id": user_id, "thread_id": thread_id}
    await route(manager, ids, {"type": "agent_completed"})
