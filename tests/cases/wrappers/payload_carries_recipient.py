"""The wrapper takes a message and reads its recipient out of it."""


async def post(ws, message):
    await ws.send_to_user(message["to"], message["body"])


async def post_about(ws, message):
    await ws.send_to_user(message["body"]["run"], {"about": message["to"]})


async def main(manager, run_id, user_id):
    await post(manager, {"to": user_id, "body": {"run": run_id}})
    await post(manager, {"to": run_id, "body": {"run": user_id}})
    await post_about(manager, {"to": user_id, "body": {"run": run_id}})
