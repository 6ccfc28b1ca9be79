"""A delivery policy decides for each notification whether, and to whom, it goes."""

from dataclasses import dataclass
from enum import Enum


class Decision(Enum):
    SEND = "send"
    SKIP = "skip"
    DEFER = "defer"


@dataclass
class Plan:
    decision: Decision
    target: str | None = None


class Policy:
    def __init__(self, allow_runs=False):
        self.allow_runs = allow_runs

    def plan(self, target):
        if not target:
            return Plan(Decision.SKIP)
        if target.startswith("run_") and not self.allow_runs:
            return Plan(Decision.DEFER, target)
        return Plan(Decision.SEND, target)


class Dispatcher:
    def __init__(self, ws, policy):
        self.ws = ws
        self.policy = policy
        self.deferred = []

    async def dispatch(self, target, message):
        plan = self.policy.plan(target)
        if plan.decision is Decision.SKIP:
            return
        if plan.decision is Decision.DEFER:
            self.deferred.append(plan)
            return
        await self.ws.send_to_user(plan.target, message)

    async def flush(self, message):
        for plan in self.deferred:
            await self.ws.send_to_user(plan.target, message)


async def main(manager, run_id, user_key):
    strict = Dispatcher(manager, Policy())
    for target in (run_id, user_key):
        await strict.dispatch(target, {"n": 1})
    loose = Dispatcher(manager, Policy(allow_runs=True))
    await loose.dispatch(user_key, {"n": 2})
    await loose.dispatch(run_id, {"n": 3})
    await strict.flush({"n": 4})
