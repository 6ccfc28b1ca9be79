from .base import BaseAgent
from .reliability import RetryMixin


class CorpusAgent(RetryMixin, BaseAgent):
    name = "corpus"

    async def core(self):
        return await self.retry(self._count, self.state["run"])

    async def _count(self, key):
        return len(key)
