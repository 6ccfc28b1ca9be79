"""Errors carry the context of the run that failed; handlers at the top tell the right person."""

import asyncio
import logging
from dataclasses import dataclass

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class RunContext:
    run_id: str
    user_id: str
    thread_id: str


class AgentError(Exception):
    def __init__(self, message, context=None, recipient=None):
        super().__init__(message)
        self.context = context
        self.recipient = recipient


class ToolError(AgentError):
    def __init__(self, tool, context):
        super().__init__(f"{tool} failed", context, recipient=context.user_id)
        self.tool = tool


class QuotaError(AgentError):
    pass


async def call_tool(name, context):
    await asyncio.sleep(0)
    if name == "broken":
        raise ToolError(name, context)
    if name == "expensive":
        raise QuotaError("quota", context=context, recipient=context.run_id)
    if name == "odd":
        raise RuntimeError(context.run_id)
    return name


class Handler:
    def __init__(self, ws):
        self.ws = ws

    async def run(self, context, tools):
        for tool in tools:
            try:
                await call_tool(tool, context)
            except ToolError as error:
                await self.ws.send_to_user(error.recipient, {"tool": error.tool})
            except AgentError as error:
                await self.agent_failed(error)
            except RuntimeError as error:
                run = error.args[0]
                log.warning("run %s failed", run)
                await self.ws.send_to_thread(context.thread_id, {"run": run})
            else:
                await self.ws.send_to_user(context.user_id, {"done": tool})

    async def agent_failed(self, error):
        context = error.context
        await self.ws.send_to_user(context.user_id, {"failed": context.run_id})
        if error.recipient:
            await self.ws.send_to_user(error.recipient, {"failed": str(error)})


async def main(manager, run_id, user_id, thread_id):
    context = RunContext(run_id, user_id, thread_id)
    handler = Handler(manager)
    await handler.run(context, ["fine", "broken", "odd"])
    await handler.run(context, ["expensive"])
