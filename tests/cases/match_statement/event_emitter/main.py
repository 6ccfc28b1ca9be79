"""An emitter chooses who gets an event by the event's type"""

from __future__ import annotations

import asyncio

from events import AUDIENCES, Audience, Event, EventType


class EventEmitter:
    def __init__(self, ws, thread_id, user_id) -> None:
        self.ws = ws
        self.thread_id = thread_id
        self.user_id = user_id
        self.log: list[Event] = []

    async def emit(self, event: Event) -> None:
        self.log.append(event)
        audience = AUDIENCES.get(event.type, Audience.USER)
        message = event.as_message()
        match audience:
            case Audience.THREAD:
                await self.ws.send_to_thread(self.thread_id, message)
            case Audience.USER:
                await self.ws.send_to_user(self.user_id, message)
            case Audience.BOTH:
                await asyncio.gather(
                    self.ws.send_to_thread(self.thread_id, message),
                    self.ws.send_to_user(self.user_id, message),
                )

    async def replay(self) -> None:
        for event in self.log:
            if event.type is EventType.AGENT_THINKING:
                continue
            await self.ws.send_to_user(event.run_id, {"replay": event.type.name})

    async def summary(self) -> None:
        by_run: dict[str, list[str]] = {}
        for event in self.log:
            by_run.setdefault(event.run_id, []).append(event.type.value)
        for run, kinds in by_run.items():
            await self.ws.send_to_thread(self.thread_id, {"run": run, "kinds": kinds})
            await self.ws.send_to_thread(run, {"kinds": kinds})


class Agent:
    def __init__(self, emitter: EventEmitter) -> None:
        self.emitter = emitter

    async def run(self, run_id: str) -> None:
        for kind in EventType:
            await self.emitter.emit(Event(kind, run_id, {"agent": type(self).__name__}))


async def main(manager, run_id, thread_id, user_id):
    emitter = EventEmitter(manager, thread_id, user_id)
    await Agent(emitter).run(run_id)
    await emitter.replay()
    await emitter.summary()
    last = emitter.log[-1].as_message()
    await manager.send_to_user(last["run_id"], {"at": last["at"]})
