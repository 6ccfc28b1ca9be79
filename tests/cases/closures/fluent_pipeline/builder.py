from __future__ import annotations

from typing import Any, Awaitable, Callable

from context import PipelineContext
from steps import Step

Sink = Callable[[PipelineContext], Awaitable[Any]]


class Pipeline:
    def __init__(self, name: str, steps: list[Step], sinks: list[tuple[Any, Sink]]) -> None:
        self.name = name
        self._steps = steps
        self._sinks = sinks

    async def run(self, context: PipelineContext) -> PipelineContext:
        for step in self._steps:
            context = step(context)
        for condition, sink in self._sinks:
            if condition is None or condition(context):
                await sink(context)
        return context


class PipelineBuilder:
    def __init__(self, name: str) -> None:
        self._name = name
        self._steps: list[Step] = []
        self._sinks: list[tuple[Any, Sink]] = []

    def step(self, step: Step) -> PipelineBuilder:
        self._steps.append(step)
        return self

    def sink(self, sink: Sink) -> PipelineBuilder:
        self._sinks.append((None, sink))
        return self

    def when(self, condition: Callable[[PipelineContext], bool], sink: Sink) -> PipelineBuilder:
        self._sinks.append((condition, sink))
        return self

    def build(self) -> Pipeline:
        return Pipeline(self._name, self._steps, self._sinks)
