"""Runs are saved as dictionaries and JSON, and resumed; what is restored is told to the owner"""

from __future__ import annotations

from checkpoints import CheckpointStore
from resume import Resumer
from runs import RunState


async def main(manager, run_id, user_id, thread_id, flag_old):
    store = CheckpointStore()
    state = RunState(run_id=run_id, user_id=user_id, thread_id=thread_id, step=3)
    store.save("latest", state)
    store.save_legacy("old", state)
    resumer = Resumer(store, manager)
    await resumer.resume("latest")
    if flag_old:
        await resumer.resume_legacy("old")
    await resumer.verify("latest", expected=run_id)
    await resumer.report("old")
