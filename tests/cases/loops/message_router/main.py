"""A router gives messages to the first handler that takes their kind"""

from __future__ import annotations

from routing import ChatHandler, EchoHandler, MessageRouter, StopHandler


def build_router(ws, runs):
    router = MessageRouter()
    for handler in (ChatHandler(ws), StopHandler(ws, runs), EchoHandler(ws)):
        router.add_handler(handler)
    return router


async def main(manager, run_id, user_id, thread_id):
    runs = {}
    if thread_id:
        runs[run_id] = thread_id
    router = build_router(manager, runs)
    await router.route(user_id, {"kind": "chat", "text": "hello"})
    await router.route(user_id, {"kind": "stop", "run_id": run_id})
    await router.route(user_id, {"kind": "other", "run_id": run_id})
    await router.route(user_id, {"kind": "other", "reply_to": run_id})
    await manager.send_to_user(user_id, {"unhandled": router.unhandled})
