"""A request is turned into an execution, which is copied for each sub-agent."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Request:
    sender: str | None
    conversation: str | None
    text: str


@dataclass(frozen=True)
class Execution:
    id: str
    reply_to: str | None
    room: str | None = None
    tags: tuple = field(default=())

    @classmethod
    def start(cls, request, id):
        return cls(id=id, reply_to=request.sender, room=request.conversation)

    def child(self, tag):
        return replace(self, reply_to=self.id, tags=(*self.tags, tag))

    def sibling(self, tag):
        return replace(self, tags=(*self.tags, tag))


class Responder:
    def __init__(self, ws):
        self.ws = ws

    async def reply(self, execution, text):
        await self.ws.send_to_user(execution.reply_to, {"text": text, "ref": execution.id})

    async def post(self, execution, text):
        if execution.room is not None:
            await self.ws.send_to_thread(execution.room, {"text": text})


async def main(manager, run_id, user_id, thread_id):
    execution = Execution.start(Request(user_id, thread_id, "hi"), run_id)
    responder = Responder(manager)
    await responder.reply(execution, "ok")
    await responder.post(execution, "ok")
    await responder.reply(execution.sibling("b"), "ok")
    await responder.reply(execution.child("a"), "lost")
