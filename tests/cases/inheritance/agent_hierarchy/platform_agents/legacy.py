from .corpus import CorpusAgent


class LegacyCorpusAgent(CorpusAgent):
    name = "legacy"

    def _audience(self):
        audience = self.state.get("user")
        return audience if audience else self.state["run"]

    async def on_start(self):
        await self._send(super()._audience(), {"type": "started"})
