"""Clients of other libraries, resolved by annotation and by constructor."""

from slackish import SlackClient
from telegramish.bot import Bot


class Alerts:
    def __init__(self, bot: Bot, slack: SlackClient):
        self.bot = bot
        self.slack = slack

    async def raise_alert(self, run_id):
        await self.bot.send_message(run_id, "failed")
        self.slack.send_message(run_id, text=run_id)


async def main(manager, run_id, user_id):
    await Alerts(Bot("token"), SlackClient()).raise_alert(run_id)
    await Bot("token").send_message(chat_id=run_id, text="done")
    await manager.send_to_user(user_id, {"run_id": run_id})
    await manager.send_to_user(run_id, {"n": 2})
