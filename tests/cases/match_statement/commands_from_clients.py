"""Clients send commands as lists and dictionaries; a dispatcher matches on their shape."""

from typing import Any


class CommandError(Exception):
    pass


class Session:
    def __init__(self, user_id, thread_id):
        self.user_id = user_id
        self.thread_id = thread_id
        self.runs = []


class CommandDispatcher:
    def __init__(self, ws, session):
        self.ws = ws
        self.session = session

    async def dispatch(self, command: Any) -> None:
        match command:
            case ["start", str(run_id)]:
                self.session.runs.append(run_id)
                await self.ws.send_to_user(self.session.user_id, {"started": run_id})
            case ["say", *words]:
                await self.ws.send_to_thread(self.session.thread_id, {"text": " ".join(words)})
            case ["tell", str(who), str(text)] if who != self.session.user_id:
                raise CommandError(f"{who} is somebody else: {text}")
            case ["tell", who, text]:
                await self.ws.send_to_user(who, {"text": text})
            case {"op": "status", "run_id": run_id}:
                state = "known" if run_id in self.session.runs else "unknown"
                await self.ws.send_to_user(self.session.user_id, {"run": run_id, "state": state})
            case {"op": "forward", "to": {"kind": "thread", "id": target}}:
                await self.ws.send_to_thread(target, {"forwarded": True})
            case {"op": "forward", "to": {"kind": "user", "id": target}}:
                await self.ws.send_to_user(target, {"forwarded": True})
            case {"op": "notify", "run_id": target}:
                await self.ws.send_to_user(target, {"notified": True})
            case _:
                raise CommandError(command)


async def main(manager, run_id, user_id, thread_id):
    dispatcher = CommandDispatcher(manager, Session(user_id, thread_id))
    await dispatcher.dispatch(["start", run_id])
    await dispatcher.dispatch(["say", "run", run_id])
    await dispatcher.dispatch({"op": "status", "run_id": run_id})
    await dispatcher.dispatch({"op": "forward", "to": {"kind": "thread", "id": thread_id}})
    await dispatcher.dispatch({"op": "forward", "to": {"kind": "user", "id": user_id}})
    try:
        await dispatcher.dispatch(["tell", run_id, "hello"])
    except CommandError:
        await manager.send_to_user(user_id, {"refused": run_id})
    await dispatcher.dispatch({"op": "notify", "run_id": run_id})
