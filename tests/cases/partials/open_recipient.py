"""The manager is bound, the recipient is left open."""

from functools import partial


async def _send(hub, to, text):
    await hub.send_message(to, {"text": text})


async def main(manager, run_id, user_id):
    send = partial(_send, manager)
    await send(user_id, "right")
    await send(run_id, "wrong")
