from supervisors.core import SupervisorCore


class PlainSupervisor(SupervisorCore):
    async def cleanup(self):
        await self.ws.send_to_user(self.owner, {"cleaned": self.execution})
