"""A tool dispatcher validates requests, runs tools with timeouts and tells the client of each step"""

from __future__ import annotations

from dispatcher import ToolDispatcher
from models import ToolCall, ToolContext
from tools import REGISTRY, load_builtin_tools


async def main(manager, run_id, user_id, thread_id, flag_stream):
    load_builtin_tools()
    dispatcher = ToolDispatcher(REGISTRY, manager)
    context = ToolContext.from_request(
        {"run": run_id, "user": user_id, "thread": thread_id, "stream": flag_stream}
    )
    await dispatcher.dispatch(ToolCall(name="search", arguments={"query": "gpu"}), context)
    await dispatcher.dispatch(ToolCall(name="cost", arguments={"model": "small"}), context)
    await dispatcher.dispatch(ToolCall(name="missing"), context)
    await dispatcher.dispatch_many([ToolCall(name="search"), ToolCall(name="notify")], context)
    dispatcher.close(context)
    await dispatcher.flush()
