"""The check stands in the method that chooses, before the fallback."""


class Router:
    def __init__(self, ws):
        self.ws = ws

    def _pick(self, *candidates):
        for x in candidates:
            if x and not x.startswith("run_"):
                return x
        return None

    def _pick_any(self, *candidates):
        for x in candidates:
            if x and not x.startswith("tmp_"):
                return x
        return None

    async def safe(self, *candidates):
        target = self._pick(*candidates)
        if target is None:
            return
        await self.ws.send_to_user(target, {"n": 1})

    async def unsafe(self, *candidates):
        target = self._pick_any(*candidates)
        if target is None:
            return
        await self.ws.send_to_user(target, {"n": 2})


async def main(manager, run_id, user_id):
    router = Router(manager)
    await router.safe(user_id, run_id)
    await router.unsafe(user_id, run_id)
