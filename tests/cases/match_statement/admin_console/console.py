from __future__ import annotations

from commands import Command, CommandError, Kill, Notify, Owner, Say
from directory import Directory


class Console:
    def __init__(self, manager, directory: Directory, admin: str | None) -> None:
        self.manager = manager
        self.directory = directory
        self.admin = admin
        self.log: list[Command] = []

    async def execute(self, command: Command) -> None:
        self.log.append(command)
        match command:
            case Kill(run):
                await self._to(self.directory.user_of(run), {"killed": run})
                await self._to(run, {"killed": True})
            case Notify(target, text):
                if target.startswith("run_"):
                    target = self.directory.user_of(target)
                await self._to(target, {"text": text})
            case Say(thread=room, text=text):
                if room != "None":
                    await self.manager.send_to_thread(room, {"text": text})
            case Owner(run=run):
                owner = self.directory.user_of(run) or run
                await self.answer({"owner": owner})
                await self.manager.send_to_user(owner, {"asked": True})

    async def _to(self, recipient: str | None, message: dict) -> None:
        if recipient:
            await self.manager.send_to_user(recipient, message)

    async def answer(self, message: dict) -> None:
        if self.admin:
            await self.manager.send_to_user(self.admin, message)

    async def complain(self, error: CommandError) -> None:
        await self.answer({"error": error.line})

    async def audit(self) -> None:
        for command in self.log:
            if isinstance(command, Kill):
                entry = self.directory.find(command.run)
                if entry is not None and entry["thread"] is not None:
                    await self.manager.send_to_thread(entry["thread"], {"killed": command.run})
        for person in self.directory.everyone():
            await self.manager.send_to_user(person, {"audit": len(self.log)})
