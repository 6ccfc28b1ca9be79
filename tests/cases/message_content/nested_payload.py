"""The run id stands in the envelope, deep inside, and in headers."""


class Envelope:
    def __init__(self, kind, payload, **headers):
        self.kind = kind
        self.payload = payload
        self.headers = headers

    def to_dict(self):
        return {"type": self.kind, "payload": self.payload, "headers": self.headers}


async def main(manager, run_id, user_id, thread_id):
    envelope = Envelope("agent_completed", {"ids": [run_id]}, correlation=run_id)
    await manager.send_to_user(user_id, envelope.to_dict())
    if thread_id:
        await manager.send_to_thread(thread_id, {**envelope.to_dict(), "run_id": run_id})
    await manager.send_to_user(user_id=user_id, message=dict(run_id=run_id))
    await manager.send_to_user(message=run_id, user_id=user_id)
