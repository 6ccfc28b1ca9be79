"""Middlewares put ids into context variables and message envelopes; the last one sends"""

from __future__ import annotations

from context import request_scope
from envelope import Envelope
from handlers import TerminalHandler, chat, echo
from pipeline import AuthMiddleware, LegacyIdMiddleware, Pipeline, TraceMiddleware


async def main(manager, run_id, user_id, thread_id):
    pipeline = Pipeline(TerminalHandler(manager))
    pipeline.use(TraceMiddleware())
    pipeline.use(AuthMiddleware({"token-1": user_id}))
    pipeline.use(LegacyIdMiddleware({run_id: user_id}))
    with request_scope(run_id=run_id, user_id=user_id, thread_id=thread_id):
        await echo(manager)
        await chat(manager, "hi")
        await pipeline.send(Envelope(token="token-1", body={"n": 1}))
        await pipeline.send(Envelope(token="token-1", to=run_id, body={"n": 2}))
        await pipeline.send(Envelope(token="token-2", to=thread_id, body={"n": 3}))
