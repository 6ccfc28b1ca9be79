from __future__ import annotations

from typing import TYPE_CHECKING

from ._resolve import by_preference as _pick
from ._resolve import only_owner

if TYPE_CHECKING:
    from .types import Sender, Target


class SocketNotifier:
    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def tell(self, target: Target, text: str) -> None:
        await self._sender.send_to_user(only_owner(target), {"text": text})

    async def tell_run(self, target: Target, text: str) -> None:
        await self._sender.send_to_user(_pick(target), {"text": text})


def make(sender: Sender) -> SocketNotifier:
    return SocketNotifier(sender)
