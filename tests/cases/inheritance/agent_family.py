"""Agents share a base that sends; each says whom, and some check what they say."""

from abc import ABC, abstractmethod


class BaseAgent(ABC):
    def __init__(self, manager, run_id, user_id):
        self.manager = manager
        self.run_id = run_id
        self.user_id = user_id

    @abstractmethod
    def recipient(self):
        """Whom to send to."""

    async def finish(self):
        target = self.recipient()
        if not self.accepts(target):
            return
        await self.manager.send_to_user(target, {"run_id": self.run_id})

    def accepts(self, target):
        return target is not None


class UserAgent(BaseAgent):
    def recipient(self):
        return self.user_id


class CheckedAgent(BaseAgent):
    def recipient(self):
        return self.user_id or self.run_id

    def accepts(self, target):
        return super().accepts(target) and not target.startswith("run_")


class OldAgent(BaseAgent):
    def recipient(self):
        return self.user_id or self.run_id


async def user_finishes(manager, run_id, user_id):
    await UserAgent(manager, run_id, user_id).finish()


async def main(manager, run_id, user_id, mode):
    await user_finishes(manager, run_id, user_id)
    await CheckedAgent(manager, run_id, user_id).finish()
    if mode == "run":
        await OldAgent(manager, run_id, user_id).finish()
