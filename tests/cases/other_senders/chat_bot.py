"""A chat bot with its own kind of address."""


class TelegramBot:
    def __init__(self, token):
        self.token = token
        self.out = []

    async def send_message(self, chat_id, text):
        self.out.append((chat_id, text))


async def main(manager, run_id, user_id):
    bot = TelegramBot("token")
    await bot.send_message(4711, f"run {run_id} is done")
    await bot.send_message(chat_id=4711, text=run_id)
    await manager.send_to_user(user_id, {"n": 1})
