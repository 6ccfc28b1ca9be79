"""A receiver annotated with a class of a library that need not be installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aiogram import Bot
    from telegram.ext import ExtBot


class FakeBot:
    async def send_message(self, chat_id, text):
        return (chat_id, text)


class ChatAlerts:
    def __init__(self, bot: Bot):
        self._bot = bot

    async def alert(self, run_id):
        await self._bot.send_message(run_id, "failed")


async def tell(bot: ExtBot, run_id: str) -> None:
    await bot.send_message(run_id, "failed")


async def main(manager, run_id, user_id):
    await ChatAlerts(FakeBot()).alert(run_id)
    await tell(FakeBot(), run_id)
    await manager.send_to_user(user_id, {"run_id": run_id})
