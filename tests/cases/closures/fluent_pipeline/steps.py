from __future__ import annotations

from typing import Callable, Iterator

from context import PipelineContext

Step = Callable[[PipelineContext], PipelineContext]


def enrich(context: PipelineContext) -> PipelineContext:
    return context.having(source=context.run_id, length=len(context.run_id))


def add_owner(owner: str | None) -> Step:
    def step(context: PipelineContext) -> PipelineContext:
        if owner:
            return context.to(owner)
        return context.to(context.data["source"])

    return step


def clean_target(context: PipelineContext) -> PipelineContext:
    target = context.target
    if target is not None and target.startswith("run_"):
        return context.to(context.fallback)
    return context


def split_by(names: list[str], context: PipelineContext) -> Iterator[PipelineContext]:
    for name in names:
        yield context.having(name=name)
