"""One event fans out to all that follow it: people by id, threads by id, and nobody by run."""

import asyncio
from collections import defaultdict
from dataclasses import dataclass, field


@dataclass
class Audience:
    users: set[str] = field(default_factory=set)
    threads: set[str] = field(default_factory=set)

    def __bool__(self):
        return bool(self.users or self.threads)

    def __or__(self, other):
        return Audience(self.users | other.users, self.threads | other.threads)


class Subscriptions:
    def __init__(self):
        self._by_topic: dict[str, Audience] = defaultdict(Audience)

    def user(self, topic, user_id):
        self._by_topic[topic].users.add(user_id)

    def thread(self, topic, thread_id):
        self._by_topic[topic].threads.add(thread_id)

    def follow(self, topic, who):
        audience = self._by_topic[topic]
        if who.startswith("thread_"):
            audience.threads.add(who)
        elif who.startswith("run_"):
            raise ValueError("runs follow nothing")
        else:
            audience.users.add(who)

    def audience(self, *topics):
        found = Audience()
        for topic in topics:
            found = found | self._by_topic[topic]
        return found


class FanOut:
    def __init__(self, ws, subscriptions):
        self.ws = ws
        self.subscriptions = subscriptions

    async def publish(self, run_id, *topics):
        audience = self.subscriptions.audience(*topics)
        if not audience:
            return 0
        message = {"run_id": run_id, "topics": topics}
        sends = [self.ws.send_to_user(user, message) for user in audience.users]
        sends += [self.ws.send_to_thread(thread, message) for thread in audience.threads]
        results = await asyncio.gather(*sends, return_exceptions=True)
        return sum(1 for result in results if result is True)


async def main(manager, run_id, user_key, thread_id):
    subscriptions = Subscriptions()
    subscriptions.user("builds", user_key)
    if thread_id:
        subscriptions.thread("builds", thread_id)
        subscriptions.follow("deploys", thread_id)
    subscriptions.follow("deploys", user_key)
    try:
        subscriptions.follow("deploys", run_id)
    except ValueError:
        pass
    fan_out = FanOut(manager, subscriptions)
    await fan_out.publish(run_id, "builds", "deploys")
    loose = Subscriptions()
    loose.user("runs", run_id)
    for follower in loose.audience("runs").users:
        await manager.send_to_user(follower, {"n": 1})
