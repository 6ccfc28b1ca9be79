"""An annotated assignment carries the value, not the annotation's promise."""

from typing import Any, Optional


async def main(manager, run_id: str, user_id: Optional[str]):
    target: str = run_id
    message: dict[str, Any] = {"type": "thinking", "run_id": run_id}
    await manager.send_to_user(target, message)
    other: Optional[str]
    other = user_id
    if other:
        await manager.send_to_user(other, message)
