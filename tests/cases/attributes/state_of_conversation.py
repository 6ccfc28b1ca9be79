"""A conversation's state changes as it goes on: who speaks, who listens, what run is active."""

from dataclasses import dataclass, field
from typing import Optional


@dataclass
class Turn:
    speaker: str
    text: str
    run_id: Optional[str] = None


@dataclass
class Conversation:
    thread_id: str
    owner: str
    active_run: Optional[str] = None
    listener: Optional[str] = None
    turns: list[Turn] = field(default_factory=list)

    def start(self, run_id: str) -> None:
        self.active_run = run_id
        self.listener = self.owner

    def say(self, speaker: str, text: str) -> Turn:
        turn = Turn(speaker, text, self.active_run)
        self.turns.append(turn)
        return turn

    def finish(self) -> Optional[str]:
        run, self.active_run = self.active_run, None
        return run

    def hand_over(self) -> None:
        """From now on the run listens to itself."""
        self.listener = self.active_run

    @property
    def last(self) -> Optional[Turn]:
        return self.turns[-1] if self.turns else None


class ConversationService:
    def __init__(self, ws):
        self.ws = ws

    async def tell_listener(self, conversation: Conversation, text: str) -> None:
        turn = conversation.say("agent", text)
        if conversation.listener:
            await self.ws.send_to_user(
                conversation.listener, {"text": turn.text, "run_id": turn.run_id}
            )

    async def tell_thread(self, conversation: Conversation) -> None:
        finished = conversation.finish()
        await self.ws.send_to_thread(conversation.thread_id, {"finished": finished})

    async def tell_speakers(self, conversation: Conversation) -> None:
        for speaker in {turn.speaker for turn in conversation.turns}:
            await self.ws.send_to_user(speaker, {"turns": len(conversation.turns)})


async def main(manager, run_id, user_id, thread_id):
    service = ConversationService(manager)
    conversation = Conversation(thread_id, user_id)
    conversation.start(run_id)
    await service.tell_listener(conversation, "hello")
    conversation.say(user_id, "hi")
    await service.tell_speakers(conversation)
    await service.tell_thread(conversation)
    last = conversation.last
    if last is not None:
        await manager.send_to_user(last.speaker, {"run": last.run_id})
    other = Conversation(thread_id, user_id)
    other.start(run_id)
    other.hand_over()
    await service.tell_listener(other, "hm")
