"""Slash commands that users type into a chat, parsed and looked up by name"""

from __future__ import annotations

import shlex
from dataclasses import dataclass, field
from typing import Any


@dataclass
class CommandContext:
    ws: Any
    user_id: str
    current_run: str
    threads: dict[str, str] = field(default_factory=dict)


class CommandError(Exception):
    pass


class Commands:
    prefix = "cmd_"

    async def dispatch(self, ctx: CommandContext, line: str) -> None:
        name, *args = shlex.split(line.removeprefix("/"))
        method = getattr(self, f"{self.prefix}{name}", None)
        if method is None:
            raise CommandError(f"unknown command {name}")
        await method(ctx, *args)

    async def cmd_status(self, ctx: CommandContext) -> None:
        await ctx.ws.send_to_user(ctx.user_id, {"run": ctx.current_run})

    async def cmd_stop(self, ctx: CommandContext, reason: str = "user") -> None:
        await ctx.ws.send_to_user(ctx.current_run, {"stop": reason})

    async def cmd_share(self, ctx: CommandContext, whom: str) -> None:
        await ctx.ws.send_to_user(whom, {"shared": ctx.current_run})

    async def cmd_announce(self, ctx: CommandContext, *words: str) -> None:
        for run, thread in ctx.threads.items():
            await ctx.ws.send_to_thread(thread, {"text": " ".join(words), "run": run})


async def main(manager, run_id, user_id, thread_id):
    ctx = CommandContext(manager, user_id, run_id)
    ctx.threads[run_id] = thread_id
    commands = Commands()
    for line in ("/status", "/stop 'too slow'", "/share anna", "/announce all hands"):
        await commands.dispatch(ctx, line)
    try:
        await commands.dispatch(ctx, "/dance")
    except CommandError as error:
        await manager.send_to_user(ctx.user_id, {"error": str(error)})
    direct = Commands()
    await direct.cmd_share(ctx, user_id)
    await direct.cmd_share(ctx, run_id)
