from __future__ import annotations

from typing import Any, Protocol, runtime_checkable


@runtime_checkable
class SupportsRouting(Protocol):
    thread_id: str | None
    user_id: str | None


class WebSocketMixin:
    _ws: Any = None

    def attach(self, ws: Any) -> "WebSocketMixin":
        self._ws = ws
        return self

    async def emit_progress(self, ctx: SupportsRouting, percent: int) -> None:
        await self._deliver(ctx, {"type": "progress", "percent": percent})

    async def emit_error(self, ctx: SupportsRouting, error: BaseException) -> None:
        await self._deliver(ctx, {"type": "error", "error": repr(error)})

    async def _deliver(self, ctx: SupportsRouting, message: dict) -> None:
        if self._ws is None:
            return
        if ctx.thread_id is not None:
            await self._ws.send_to_thread(ctx.thread_id, message)
        elif ctx.user_id is not None:
            await self._ws.send_to_user(ctx.user_id, message)


class TimingMixin:
    timings: dict[str, float]

    def record(self, key: str, seconds: float) -> None:
        self.timings.setdefault(key, 0.0)
        self.timings[key] += seconds


class ReliabilityMixin(WebSocketMixin):
    failures = 0

    async def guarded(self, ctx: Any, step) -> Any:
        try:
            return await step(ctx)
        except ValueError as error:
            self.failures += 1
            await self.emit_error(ctx, error)
            await self._ws.send_to_user(ctx.run_id, {"type": "failure", "count": self.failures})
            return None
