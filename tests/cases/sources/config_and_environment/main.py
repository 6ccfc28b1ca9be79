"""Ids out of a parsed payload, a header and a settings object."""

import json

from request import Envelope, Settings


async def main(manager, run_id, user_key):
    text = json.dumps({"runId": run_id, "owner": user_key or "nobody"})
    payload = json.loads(text)
    await manager.send_to_user(payload["owner"], {"n": 1})
    await manager.send_to_user(payload["runId"], {"n": 2})
    envelope = Envelope(payload)
    await manager.send_to_user(envelope.owner, {"n": 3})
    await manager.send_to_user(envelope.correlation, {"n": 4})
    settings = Settings(last_run_id=run_id)
    await manager.send_to_user(settings.last_run_id, {"n": 5})
    await manager.send_to_user(settings.admin, {"n": 6})
