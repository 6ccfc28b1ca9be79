class WebSocketManager:
    transport = None

    async def send_to_user(self, user_id, message):
        return await self.transport.deliver(user_id, message)

    async def send_message(self, user_id, message):
        return await self.send_to_user(user_id, message)


manager = WebSocketManager()


def get_manager():
    return manager
