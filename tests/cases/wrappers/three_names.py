"""The recipient has another name at each level."""


class Bridge:
    def __init__(self, manager):
        self.manager = manager

    async def emit(self, room, payload):
        await self.manager.send_to_user(room, payload)

    async def emit_status(self, session, status):
        await self.emit(session, {"status": status})

    async def emit_error(self, error, *, session):
        await self.emit_status(session, f"failed: {error}")


async def main(manager, run_id, user_id):
    bridge = Bridge(manager)
    await bridge.emit_status(user_id, run_id)
    await bridge.emit_error("x", session=run_id)
    await bridge.emit_error(run_id, session=user_id)
