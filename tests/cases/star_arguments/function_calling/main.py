"""A model calls functions by name with arguments from its answer"""

from __future__ import annotations

import json
from dataclasses import dataclass

from schema import Toolbox


@dataclass
class Session:
    ws: object
    run_id: str
    user_id: str


async def send_note(session: Session, text: str) -> str:
    await session.ws.send_to_user(session.user_id, {"note": text})
    return "sent"


async def send_log(session: Session, text: str) -> str:
    await session.ws.send_to_user(session.run_id, {"log": text})
    return "logged"


async def forward(session: Session, to: str, text: str) -> str:
    await session.ws.send_to_user(to, {"text": text, "from": session.run_id})
    return to


class AgentLoop:
    def __init__(self, toolbox: Toolbox, session: Session) -> None:
        self.toolbox = toolbox
        self.session = session
        self.transcript: list[dict] = []

    async def run(self, calls: list[str]) -> list:
        answers = []
        for raw in calls:
            call = json.loads(raw)
            answer = await self.toolbox.call(call["name"], self.session, call["arguments"])
            self.transcript.append({"call": call["name"], "answer": answer})
            answers.append(answer)
        return answers


async def main(manager, run_id, user_key):
    toolbox = Toolbox(send_note, send_log, forward)
    session = Session(manager, run_id, user_key)
    loop = AgentLoop(toolbox, session)
    calls = [
        json.dumps({"name": "send_note", "arguments": {"text": "hello", "extra": 1}}),
        json.dumps({"name": "send_log", "arguments": {"text": run_id}}),
        json.dumps({"name": "forward", "arguments": {"to": user_key, "text": "fyi"}}),
    ]
    answers = await loop.run(calls)
    await manager.send_to_user(answers[2], {"answers": len(answers)})
    await manager.send_to_user(user_key, {"tools": toolbox.describe()})
    await toolbox.call("forward", session, {"to": session.run_id, "text": "wrong"})
