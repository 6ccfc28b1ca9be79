from .models import ExecutionScope


class EventEmitter:
    def __init__(self, hub):
        self._hub = hub

    async def emit(self, scope: ExecutionScope, kind: str):
        if scope.audience is None:
            return
        await self._hub.send_to_user(scope.audience, {"kind": kind, **scope.metadata})

    async def emit_all(self, scopes, kind):
        for scope in scopes:
            await self._hub.send_to_user(scope.metadata.get("execution", "none"), {"kind": kind})
