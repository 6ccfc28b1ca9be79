from __future__ import annotations

from approvals import ApprovalDesk
from decorators import requires
from models import ApprovalRequest


class DeployTool:
    def __init__(self, desk: ApprovalDesk, manager) -> None:
        self.desk = desk
        self.ws = manager

    async def run(self, request: ApprovalRequest) -> bool:
        decision = await self.desk.ask(request)
        if not decision:
            return False
        audience = {"user": request.approver, "thread": request.thread}
        if audience["user"]:
            await self.ws.send_to_user(audience["user"], {"deployed": True})
        if audience["thread"]:
            await self.ws.send_to_user(audience["thread"], {"deployed": True})
        return True

    @requires("admin")
    async def force(self, request: ApprovalRequest) -> None:
        await self.ws.send_to_user(request.approver, {"forced": True})
