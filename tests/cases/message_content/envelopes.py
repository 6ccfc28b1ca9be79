"""Run ids stand in messages, beside right recipients."""

from dataclasses import asdict, dataclass


@dataclass
class Envelope:
    to: str
    run_id: str
    kind: str = "update"


async def send(manager, envelope):
    await manager.send_to_user(envelope.to, asdict(envelope))


async def main(manager, run_id, user_id, thread_id):
    if user_id:
        await send(manager, Envelope(user_id, run_id))
        await manager.send_to_user(user_id, message={"type": "x", "payload": {"run_id": run_id}})
    if thread_id:
        await manager.send_to_thread(thread_id, {"id": run_id, "topic": f"run/{run_id}"})
