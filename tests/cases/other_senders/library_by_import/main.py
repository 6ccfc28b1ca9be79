"""A bot constructed from a library's class, and its subclass."""

import chatlib
from chatlib import Client as ChatClient


class QuietClient(chatlib.Client):
    async def send_message(self, chat, text=None, **options):
        return await super().send_message(chat, text, silent=True, **options)


async def notify(run_id):
    client = ChatClient("token")
    await client.send_message(run_id, "done")
    async with chatlib.Client("token") as other:
        await other.send_message(run_id, text="done")
    await QuietClient("token").send_message(run_id)


async def main(manager, run_id, user_id):
    await notify(run_id)
    await manager.send_to_user(user_id, {"run_id": run_id})
