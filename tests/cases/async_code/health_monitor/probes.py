from __future__ import annotations

import asyncio
import inspect
from dataclasses import dataclass
from typing import Any, Awaitable, Callable, Union

Probe = Callable[[str], Union[bool, Awaitable[bool]]]


@dataclass
class ProbeResult:
    run_id: str
    probe: str
    healthy: bool
    detail: str = ""


class ProbeRunner:
    def __init__(self, probes: dict[str, Probe]) -> None:
        self.probes = probes

    async def check(self, run_id: str) -> list[ProbeResult]:
        outcomes = await asyncio.gather(
            *(self._one(name, probe, run_id) for name, probe in self.probes.items()),
            return_exceptions=True,
        )
        return [outcome for outcome in outcomes if isinstance(outcome, ProbeResult)]

    async def _one(self, name: str, probe: Probe, run_id: str) -> ProbeResult:
        try:
            answer: Any = probe(run_id)
            if inspect.isawaitable(answer):
                answer = await answer
        except Exception as error:
            return ProbeResult(run_id, name, False, detail=str(error))
        return ProbeResult(run_id, name, bool(answer))
