"""Partials of a class, of a static method and of `self`'s method."""

from functools import partial


class Packet:
    def __init__(self, ref, to, body=None):
        self.ref = ref
        self.to = to
        self.body = body or {}

    @staticmethod
    async def post(ws, to, body):
        await ws.send_to_user(to, body)


async def main(manager, run_id, user_id):
    about_run = partial(Packet, run_id)
    packet = about_run(user_id)
    await manager.send_to_user(packet.to, packet.body)
    await manager.send_to_user(packet.ref, packet.body)
    post = partial(Packet.post, manager)
    await post(user_id, {"n": 3})
    await post(body={"n": 4}, to=run_id)
