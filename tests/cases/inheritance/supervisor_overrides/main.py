"""Supervisors override how a step is told, calling their base with other keywords."""

from supervisors.fancy import FancySupervisor
from supervisors.plain import PlainSupervisor


async def main(manager, run_id, user_id, flag):
    ids = {"execution": run_id, "owner": user_id}
    await PlainSupervisor(manager, **ids).step("plan")
    await FancySupervisor(manager, theme="dark", **ids).step("plan")
    chosen = FancySupervisor if flag else PlainSupervisor
    await chosen(manager, **ids).finish()
