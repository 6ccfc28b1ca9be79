"""A factory makes emitters for each user; a bridge keeps them, and agents only know the emitter"""

from __future__ import annotations

from bridge import AgentBridge
from emitters import EmitterFactory, EmitterPool
from runner import AgentRunner, BatchRunner
from settings import BridgeSettings


async def main(manager, run_id, child_run_id, user_id, thread_id, flag_pooled):
    settings = BridgeSettings(pooled=flag_pooled, prefix="agent")
    factory = EmitterFactory(manager, settings)
    pool = EmitterPool(factory)
    bridge = AgentBridge(factory, pool, settings)
    runner = AgentRunner(bridge)
    await runner.run(run_id, user_id=user_id, thread_id=thread_id)
    batch = BatchRunner(bridge, parent=run_id)
    await batch.run_all([child_run_id], user_id, thread_id)
    await bridge.shutdown()
