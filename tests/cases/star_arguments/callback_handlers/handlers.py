from __future__ import annotations

from typing import Any, Iterable


class BaseCallbackHandler:
    async def on_chain_start(self, name: str, *, run_id: str, **kwargs: Any) -> None: ...

    async def on_chain_end(self, outputs: dict[str, Any], *, run_id: str, **kwargs: Any) -> None: ...

    async def on_tool_start(self, name: str, *, run_id: str, **kwargs: Any) -> None: ...

    async def on_tool_end(self, name: str, run_id: str, user_id: str | None) -> None: ...

    async def flush(self) -> None: ...


class CallbackManager:
    def __init__(self, handlers: Iterable[BaseCallbackHandler]) -> None:
        self.handlers = list(handlers)

    async def _each(self, event: str, *args: Any, **kwargs: Any) -> None:
        for handler in self.handlers:
            await getattr(handler, event)(*args, **kwargs)

    async def on_chain_start(self, name: str, **kwargs: Any) -> None:
        await self._each("on_chain_start", name, **kwargs)

    async def on_chain_end(self, outputs: dict[str, Any], **kwargs: Any) -> None:
        await self._each("on_chain_end", outputs, **kwargs)

    async def on_tool_start(self, name: str, **kwargs: Any) -> None:
        await self._each("on_tool_start", name, **kwargs)

    async def on_tool_end(self, name: str, *ids: Any) -> None:
        await self._each("on_tool_end", name, *ids)

    async def flush(self) -> None:
        await self._each("flush")


class StreamingHandler(BaseCallbackHandler):
    def __init__(self, manager: Any, user_id: str | None, thread_id: str | None) -> None:
        self.manager = manager
        self.user_id = user_id
        self.thread_id = thread_id

    async def on_chain_start(self, name: str, *, run_id: str, **kwargs: Any) -> None:
        metadata = kwargs.get("metadata") or {}
        if metadata.get("thread_id"):
            await self.manager.send_to_thread(metadata["thread_id"], {"chain": name})
        user = metadata.get("user_id", run_id)
        if user:
            await self.manager.send_to_user(user, {"chain": name, "run": run_id})

    async def on_tool_start(self, name: str, *, run_id: str, **kwargs: Any) -> None:
        recipient = kwargs.get("user_id", run_id)
        await self.manager.send_to_user(recipient, {"tool": name})

    async def on_tool_end(self, name: str, run_id: str, user_id: str | None) -> None:
        if user_id:
            await self.manager.send_to_user(user_id, {"tool": name, "end": run_id})


class UsageHandler(BaseCallbackHandler):
    def __init__(self, manager: Any) -> None:
        self.manager = manager
        self.by_user: dict[str, int] = {}

    async def on_tool_end(self, name: str, run_id: str, user_id: str | None) -> None:
        key = user_id or run_id
        self.by_user[key] = self.by_user.get(key, 0) + 1

    async def on_chain_end(self, outputs: dict[str, Any], *, run_id: str, **kwargs: Any) -> None:
        user = kwargs.pop("user_id", None)
        if user is not None:
            await self.manager.send_to_user(user, {"usage": outputs})

    async def flush(self) -> None:
        for user, count in self.by_user.items():
            await self.manager.send_to_user(user, {"usage": count})
