"""A message goes through JSON and back."""

import json


async def main(manager, run_id, user_id):
    text = json.dumps({"to": user_id, "trace": {"run": run_id}, "tags": ["a", run_id]})
    message = json.loads(text)
    if message["to"]:
        await manager.send_to_user(message["to"], {"n": 1})
    await manager.send_to_user(message["trace"]["run"], {"n": 2})
    await manager.send_to_user(message["tags"][1], {"n": 3})
    await manager.send_to_user("operator", {"raw": text})
