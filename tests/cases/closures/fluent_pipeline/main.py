"""A pipeline is built step by step; steps take a context and give another, the last ones tell people"""

from __future__ import annotations

from builder import PipelineBuilder
from context import PipelineContext
from sinks import thread_sink, user_sink
from steps import add_owner, clean_target, enrich, split_by


async def main(manager, run_id, user_id, thread_id):
    pipeline = (
        PipelineBuilder("main")
        .step(enrich)
        .step(add_owner(user_id))
        .when(lambda context: context.thread_id is not None, thread_sink(manager))
        .sink(user_sink(manager))
        .build()
    )
    await pipeline.run(PipelineContext(run_id, thread_id=thread_id))
    cleaned = PipelineBuilder("clean").step(clean_target).sink(user_sink(manager)).build()
    await cleaned.run(PipelineContext(run_id, target=run_id, fallback=user_id))
    raw = PipelineBuilder("raw").sink(user_sink(manager)).build()
    await raw.run(PipelineContext(run_id, target=run_id))
    for context in split_by(["a", "b"], PipelineContext(run_id, target=user_id)):
        await raw.run(context)
