"""Conversations in memory, keyed by thread; turns know their authors"""

from __future__ import annotations

from memory import MemoryStore


class ChatService:
    def __init__(self, ws, memory: MemoryStore) -> None:
        self.ws = ws
        self.memory = memory

    async def ask(self, run_id: str, user_id: str, thread_id: str, text: str) -> str:
        conversation = self.memory[thread_id]
        conversation.say("user", text, author=user_id)
        answer = f"echo {text}"
        conversation.say("assistant", answer, author=run_id)
        await self.ws.send_to_thread(conversation.thread_id, {"answer": answer, "run": run_id})
        return answer

    async def remind(self, thread_id: str) -> None:
        if thread_id not in self.memory:
            return
        question = self.memory[thread_id].last("user")
        if question and question.author:
            await self.ws.send_to_user(question.author, {"asked": question.content})

    async def credit(self, thread_id: str) -> None:
        for author in self.memory[thread_id].authors(("assistant",)):
            await self.ws.send_to_user(author, {"credit": 1})


async def main(manager, run_id, user_id, thread_id):
    service = ChatService(manager, MemoryStore())
    if thread_id is None:
        return
    await service.ask(run_id, user_id, thread_id, "hello")
    await service.remind(thread_id)
    await service.credit(thread_id)
    for known in service.memory:
        await manager.send_to_thread(known, {"known": True})
        await manager.send_to_user(known, {"known": True})
