"""A decorator with arguments chooses the recipient by the name of a field."""

import functools


def notifies(field):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(self, context):
            result = await function(self, context)
            target = context[field]
            if target:
                await self.manager.send_to_user(target, {"result": result})
            return result

        return wrapper

    return decorate


class Agent:
    def __init__(self, manager):
        self.manager = manager

    @notifies("user_id")
    async def plan(self, context):
        return "plan"


class Careless(Agent):
    @notifies("run_id")
    async def act(self, context):
        return "act"


async def main(manager, run_id, user_id):
    context = {"run_id": run_id, "user_id": user_id}
    await Agent(manager).plan(context)
    await Careless(manager).act(context)
