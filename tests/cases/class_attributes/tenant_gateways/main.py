"""Gateways per tenant, from a pool on a class"""

from __future__ import annotations

from gateway import GatewayPool


class TenantRunner:
    def __init__(self, tenant, manager) -> None:
        self.gateway = GatewayPool.get(tenant, manager)

    async def run(self, run_id, user_id, thread_id, watchers=()):
        await self.gateway.notify({"run": run_id, "status": "started"}, user=user_id)
        await self.gateway.notify({"run": run_id, "status": "thinking"}, thread=thread_id)
        await self.gateway.notify_many({"run": run_id}, user_id, *watchers)
        return {"run_id": run_id, "watchers": [*watchers, user_id]}

    async def crash(self, run_id):
        await self.gateway.notify({"status": "crashed"}, user=run_id)

    async def crash_thread(self, run_id, user_id):
        await self.gateway.notify({"status": "crashed"}, thread=user_id or run_id)


async def main(manager, run_id, user_id, thread_id):
    GatewayPool.reset()
    runner = TenantRunner("acme", manager)
    outcome = await runner.run(run_id, user_id, thread_id, watchers=("anna", "ben"))
    await runner.crash(run_id)
    await runner.crash_thread(run_id, user_id)
    for watcher in outcome["watchers"]:
        await manager.send_to_user(watcher, {"run": outcome["run_id"]})
    await GatewayPool.get("acme", manager).notify_many({"late": True}, user_id, run_id)
