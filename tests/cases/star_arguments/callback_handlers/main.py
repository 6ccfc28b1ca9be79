"""Callback handlers follow chains and tools, as language model frameworks call them"""

from __future__ import annotations

from chain import Chain, RunConfig
from handlers import CallbackManager, StreamingHandler, UsageHandler
from tracing import TracingHandler


async def main(manager, run_id, user_id, thread_id):
    callbacks = CallbackManager(
        [
            StreamingHandler(manager, user_id=user_id, thread_id=thread_id),
            UsageHandler(manager),
            TracingHandler(manager, on_flush=manager.send_to_user),
        ]
    )
    config = RunConfig(
        run_id=run_id, callbacks=callbacks, metadata={"user_id": user_id, "thread_id": thread_id}
    )
    chain = Chain("summarise", steps=["load", "reduce"])
    await chain.invoke({"text": "abc"}, config)
    await callbacks.flush()
