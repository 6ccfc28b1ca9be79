from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any


@dataclass
class Delivery:
    run_id: str
    user_id: str | None
    thread_id: str | None
    message: dict[str, Any]


class Strategy(ABC):
    def __init__(self, manager: Any) -> None:
        self.manager = manager

    def accepts(self, delivery: Delivery) -> bool:
        return bool(self.address(delivery))

    @abstractmethod
    def address(self, delivery: Delivery) -> str | None: ...

    @abstractmethod
    async def send(self, delivery: Delivery) -> None: ...


class ToUser(Strategy):
    def address(self, delivery: Delivery) -> str | None:
        return delivery.user_id

    async def send(self, delivery: Delivery) -> None:
        await self.manager.send_to_user(self.address(delivery), delivery.message)


class ToThread(Strategy):
    def address(self, delivery: Delivery) -> str | None:
        return delivery.thread_id

    async def send(self, delivery: Delivery) -> None:
        await self.manager.send_to_thread(self.address(delivery), delivery.message)


class ToRun(ToUser):
    """For machines that listen for runs."""

    def address(self, delivery: Delivery) -> str | None:
        return delivery.run_id


def build_strategies(manager: Any) -> dict[str, Strategy]:
    return {"user": ToUser(manager), "thread": ToThread(manager), "run": ToRun(manager)}
