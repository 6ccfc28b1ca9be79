"""Contexts are built step by step, copied with changes, and made from headers and tokens."""

from __future__ import annotations

from typing import Any, Optional


class Context:
    __slots__ = ("run_id", "user_id", "thread_id", "extra")

    def __init__(self, run_id, user_id=None, thread_id=None, **extra):
        self.run_id = run_id
        self.user_id = user_id
        self.thread_id = thread_id
        self.extra = extra

    def evolve(self, **changes: Any) -> Context:
        values = {name: getattr(self, name) for name in ("run_id", "user_id", "thread_id")}
        values.update(changes)
        return Context(**values, **self.extra)

    @classmethod
    def from_headers(cls, headers: dict[str, str]) -> Context:
        return cls(
            headers["X-Run-Id"],
            user_id=headers.get("X-User-Id"),
            thread_id=headers.get("X-Thread-Id"),
        )

    @classmethod
    def anonymous(cls, run_id: str) -> Context:
        """Nobody is logged in: the execution stands for its user."""
        return cls(run_id, user_id=run_id)


class ContextBuilder:
    def __init__(self):
        self._values: dict[str, Optional[str]] = {}

    def run(self, run_id):
        self._values["run_id"] = run_id
        return self

    def user(self, user_id):
        self._values["user_id"] = user_id
        return self

    def thread(self, thread_id):
        self._values["thread_id"] = thread_id
        return self

    def build(self) -> Context:
        if "run_id" not in self._values:
            raise ValueError("no run")
        return Context(**self._values)


class Notifier:
    def __init__(self, ws):
        self.ws = ws

    async def user(self, context: Context, text: str) -> None:
        if context.user_id:
            await self.ws.send_to_user(context.user_id, {"text": text, "run": context.run_id})

    async def thread(self, context: Context, text: str) -> None:
        if context.thread_id:
            await self.ws.send_to_thread(context.thread_id, {"text": text, **context.extra})


async def main(manager, run_id, user_id, thread_id):
    notifier = Notifier(manager)
    built = ContextBuilder().run(run_id).user(user_id).thread(thread_id).build()
    await notifier.user(built, "a")
    await notifier.thread(built, "b")
    await notifier.user(built.evolve(thread_id=None), "c")
    headers = {"X-Run-Id": run_id, "X-User-Id": user_id, "X-Thread-Id": thread_id}
    await notifier.thread(Context.from_headers(headers), "d")
    extra = Context(run_id, user_id, thread_id, source=run_id)
    await notifier.thread(extra, "e")
    await notifier.user(Context.anonymous(run_id), "f")
    swapped = built.evolve(user_id=built.run_id)
    await manager.send_to_user(swapped.user_id, {"n": 1})
