from __future__ import annotations

import logging
from typing import Any

logger = logging.getLogger("tenants")


class TenantGateway:
    """One per tenant, around a shared manager."""

    def __init__(self, tenant: str, manager: Any) -> None:
        self.tenant = tenant
        self._manager = manager

    async def notify(self, message: dict[str, Any], *, user: str | None = None, thread: str | None = None) -> bool:
        message = {"tenant": self.tenant, **message}
        if thread is not None:
            return await self._manager.send_to_thread(thread, message)
        if user is not None:
            return await self._manager.send_to_user(user, message)
        logger.debug("nobody to notify")
        return False

    async def notify_many(self, message: dict[str, Any], *users: str) -> int:
        count = 0
        for user in users:
            count += bool(await self.notify(message, user=user))
        return count


class GatewayPool:
    _pool: dict[str, TenantGateway] = {}

    @classmethod
    def get(cls, tenant: str, manager: Any) -> TenantGateway:
        if tenant not in cls._pool:
            cls._pool[tenant] = TenantGateway(tenant, manager)
        return cls._pool[tenant]

    @classmethod
    def reset(cls) -> None:
        cls._pool.clear()
