"""A gateway for remote calls: handlers are classes that register themselves by their method's name"""

from __future__ import annotations

from gateway import Gateway
from handlers import Handler
from protocol import Call, Peer


async def main(manager, run_id, user_id, thread_id):
    gateway = Gateway(manager)
    peer = Peer(user_id=user_id, thread_id=thread_id)
    await gateway.serve(Call("run.start", {"run_id": run_id, "model": "small"}), peer)
    await gateway.serve(Call("run.stop", {"run_id": run_id}), peer)
    await gateway.serve(Call("thread.say", {"thread_id": thread_id, "text": "hi"}), peer)
    await gateway.serve(Call("user.poke", {"user_id": run_id}), peer)
    await gateway.serve(Call("nothing.here", {"run_id": run_id}), peer)
    assert len(Handler.known) == 4
