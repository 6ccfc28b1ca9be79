"""Mixins give agents tracking, notification and retries; each agent overrides a hook or two."""

import asyncio


class TrackedMixin:
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.runs = []
        self.current = None

    def begin(self, run_id):
        self.current = run_id
        self.runs.append(run_id)

    def end(self):
        done, self.current = self.current, None
        return done


class NotifyingMixin:
    ws = None

    def recipient_for(self, state):
        return state["user_id"]

    def describe(self, state):
        return {"run_id": self.current, "step": state.get("step", 0)}

    async def notify(self, state):
        who = self.recipient_for(state)
        if not who:
            return
        await self.ws.send_to_user(who, self.describe(state))


class RetryingMixin:
    attempts = 2

    async def attempt(self, function, state):
        for number in range(self.attempts):
            try:
                return await function(state)
            except TimeoutError:
                state["step"] = number
                await self.notify(state)
        return None


class BaseAgent:
    def __init__(self, ws):
        self.ws = ws

    async def core(self, state):
        await asyncio.sleep(0)
        if state.get("slow"):
            raise TimeoutError
        return state


class ChatAgent(TrackedMixin, NotifyingMixin, RetryingMixin, BaseAgent):
    async def handle(self, run_id, state):
        self.begin(run_id)
        result = await self.attempt(self.core, state)
        await self.notify(state)
        self.end()
        return result


class BatchAgent(ChatAgent):
    """Has no user of its own while it works; it tells the run instead."""

    def recipient_for(self, state):
        return state.get("user_id") if state.get("interactive") else self.current


class QuietAgent(ChatAgent):
    def describe(self, state):
        return {"run_id": self.current}

    async def handle(self, run_id, state):
        result = await super().handle(run_id, state)
        last = self.runs[-1]
        await self.ws.send_to_user(state["user_id"], {"finished": last})
        return result


async def main(manager, run_id, user_id):
    await ChatAgent(manager).handle(run_id, {"user_id": user_id, "slow": True})
    await QuietAgent(manager).handle(run_id, {"user_id": user_id})
    await BatchAgent(manager).handle(run_id, {"user_id": user_id})
