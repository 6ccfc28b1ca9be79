"""A decorator with arguments, on a method."""

import functools


def retry(times):
    def decorate(method):
        @functools.wraps(method)
        async def wrapper(self, *args, **kwargs):
            for attempt in range(times):
                result = await method(self, *args, **kwargs)
                if result is None:
                    return result
            return None

        return wrapper

    return decorate


class Agent:
    def __init__(self, ws):
        self.ws = ws

    @retry(times=2)
    async def push(self, channel, body):
        await self.ws.send_message(channel, body)


async def main(manager, run_id, user_id):
    agent = Agent(manager)
    await agent.push(user_id, {"n": 1})
    await agent.push(run_id, {"n": 2})
