from __future__ import annotations

_stack: list[str] = []


def current_owner() -> str:
    return _stack[-1]


class OwnerScope:
    __slots__ = ("owner", "run")

    def __init__(self, user_id: str | None, run_id: str) -> None:
        self.owner = user_id if user_id is not None else run_id
        self.run = run_id

    async def __aenter__(self) -> OwnerScope:
        _stack.append(self.owner)
        return self

    async def __aexit__(self, *error) -> None:
        _stack.pop()
