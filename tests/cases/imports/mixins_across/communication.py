class CommunicationMixin:
    def _recipient(self, run_id):
        return run_id

    async def announce(self, run_id):
        to = self._recipient(run_id)
        await self.websocket_manager.send_message(to, {"type": "announce"})
