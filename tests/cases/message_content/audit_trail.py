"""Runs fill the messages, logs and keys; people get them."""

import json


def build(kind, run_id, **extra):
    return {"type": kind, "run_id": run_id, "channel": f"runs/{run_id}", **extra}


class Audit:
    def __init__(self):
        self.lines = []

    def note(self, run_id, user, text):
        self.lines.append({"run_id": run_id, "user": user, "text": text})

    def last(self):
        return self.lines[-1]

    def readers(self):
        return {line["user"] for line in self.lines}


async def main(manager, run_id, user_key):
    audit = Audit()
    audit.note(run_id, user_key, "opened")
    audit.note(run_id, "someone", "read")
    message = build("opened", run_id, by=run_id)
    await manager.send_to_user(user_key, message)
    for reader in audit.readers():
        await manager.send_to_user(reader, build("read", run_id))
    await manager.send_to_user(audit.last()["user"], json.loads(json.dumps(message)))
    await manager.send_to_user(audit.last()["run_id"], message)
    await manager.send_to_user(message["by"], message)
    stored = json.loads(json.dumps({"user": user_key, "run": run_id}))
    await manager.send_to_user(stored["user"], stored)
