"""Approvals are asked of people and awaited; timeouts, decisions and reminders tell those involved"""

from __future__ import annotations

import asyncio

from approvals import ApprovalDesk
from decorators import ForbiddenError
from models import ApprovalRequest, Decision
from tools import DeployTool


async def main(manager, run_id, user_id, thread_id, flag_approve):
    desk = ApprovalDesk(manager)
    tool = DeployTool(desk, manager)
    request = ApprovalRequest.create("deploy", run_id=run_id, approver=user_id, thread=thread_id)
    waiting = asyncio.ensure_future(tool.run(request))
    await asyncio.sleep(0)
    await desk.remind()
    await desk.decide(request.key, Decision.YES if flag_approve else Decision.NO)
    await waiting
    try:
        await tool.force(request, role="guest")
    except ForbiddenError as error:
        await manager.send_to_user(error.who, {"forbidden": error.action})
    await desk.close()
