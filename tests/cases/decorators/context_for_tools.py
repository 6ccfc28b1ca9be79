"""Decorators make a context out of a tool's arguments, and send its result to whom it names."""

import functools
import inspect
from dataclasses import dataclass


@dataclass
class ToolContext:
    run_id: str
    user_id: str
    tool: str = ""
    ws: object = None

    async def say(self, text):
        await self.ws.send_to_user(self.user_id, {"tool": self.tool, "text": text})


def tool(name=None):
    def decorate(function):
        label = name or function.__name__

        @functools.wraps(function)
        async def call(ws, run_id, user_id, **arguments):
            context = ToolContext(run_id, user_id, tool=label, ws=ws)
            if "context" in inspect.signature(function).parameters:
                arguments["context"] = context
            return await function(**arguments)

        return call

    return decorate


def announce(result_key="recipient"):
    """Tell the recipient that a result names."""

    def decorate(function):
        @functools.wraps(function)
        async def call(ws, *args, **kwargs):
            result = await function(ws, *args, **kwargs)
            recipient = result.get(result_key)
            if recipient:
                await ws.send_to_user(recipient, {"result": result["value"]})
            return result

        return call

    return decorate


@announce()
@tool("sum")
async def add(a, b, context):
    await context.say(f"adding for {context.run_id}")
    return {"value": a + b, "recipient": context.user_id, "run_id": context.run_id}


@announce(result_key="reply_to")
@tool()
async def echo(text, context):
    await context.say(text)
    return {"value": text, "reply_to": context.run_id, "recipient": context.user_id}


@tool()
async def ping():
    return {"value": "pong"}


async def main(manager, run_id, user_id):
    await add(manager, run_id, user_id, a=1, b=2)
    await echo(manager, run_id, user_id, text="hi")
    result = await ping(manager, run_id, user_id)
    target = result.get("recipient", user_id)
    await manager.send_to_user(target, result)
