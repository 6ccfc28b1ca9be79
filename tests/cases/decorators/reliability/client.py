from __future__ import annotations

from typing import Any

from breaker import CircuitBreaker
from policies import Policy
from retry import logged, retried

DEFAULT = Policy()


class DeliveryClient:
    def __init__(self, manager: Any, breaker: CircuitBreaker, policy: Policy) -> None:
        self.manager = manager
        self.breaker = breaker
        self.policy = policy

    @retried(DEFAULT, ConnectionError)
    async def to_user(self, recipient: str, message: dict[str, Any]) -> Any:
        return await self.breaker.call(self.manager.send_to_user, recipient, message)

    @retried(DEFAULT.with_attempts(1), ConnectionError)
    async def to_thread(self, recipient: str, message: dict[str, Any]) -> Any:
        return await self.breaker.call(self.manager.send_to_thread, recipient, message)

    @logged
    async def to_owner(self, user_id: str | None = None, run_id: str | None = None, **rest: Any):
        owner = user_id if user_id else run_id
        return await self.manager.send_to_user(owner, rest)

    @retried(DEFAULT, ConnectionError)
    async def flaky(self, recipient: str, message: dict[str, Any]) -> Any:
        raise ConnectionError(message)


class StatusClient:
    def __init__(self, client: DeliveryClient) -> None:
        self.client = client

    async def report(self, run_id: str, user_id: str | None, thread_id: str | None) -> None:
        if thread_id:
            await self.client.to_thread(thread_id, {"run": run_id})
        if user_id:
            await self.client.to_user(user_id, {"run": run_id})
        await self.client.to_user(run_id, {"user": user_id})

    async def report_owner(self, **ids: Any) -> None:
        await self.client.to_owner(**ids, status="done")
        if ids.get("user_id"):
            await self.client.to_owner(user_id=ids["user_id"], status="done")

    async def fail(self, run_id: str, user_id: str | None) -> None:
        await self.client.flaky(user_id or run_id, {"fail": True})

    async def heartbeat(self, thread_id: str | None, run_id: str) -> None:
        send = self.client.to_thread if thread_id else self.client.to_user
        if thread_id:
            await send(thread_id, {"beat": 1})
        target = run_id if not thread_id else thread_id
        await send(target, {"beat": 2})
