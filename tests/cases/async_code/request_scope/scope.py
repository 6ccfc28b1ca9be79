from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import NamedTuple, Optional


class Scope(NamedTuple):
    execution: str
    principal: Optional[str]


current: ContextVar[Optional[Scope]] = ContextVar("current", default=None)
audience: ContextVar[str] = ContextVar("audience")


@asynccontextmanager
async def entered(execution, principal):
    token = current.set(Scope(execution, principal))
    again = audience.set(execution)
    try:
        yield
    finally:
        audience.reset(again)
        current.reset(token)


def principal():
    scope = current.get()
    return scope.principal if scope else None


def execution():
    scope = current.get()
    return scope.execution if scope else None
