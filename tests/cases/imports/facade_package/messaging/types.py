from dataclasses import dataclass
from typing import Optional, Protocol


@dataclass
class Target:
    execution: str
    owner: Optional[str] = None


class Sender(Protocol):
    async def send_to_user(self, user_id: str, message: dict) -> bool: ...
