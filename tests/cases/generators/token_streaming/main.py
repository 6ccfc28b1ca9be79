"""Answers stream as async generators, several at a time in a task group, back to their readers"""

from __future__ import annotations

from llm import FakeModel
from session import ChatSession
from streaming import StreamPublisher, StreamRouter


async def main(manager, run_id, second_run_id, user_id, thread_id):
    model = FakeModel(["hello", "world"])
    publisher = StreamPublisher(manager)
    session = ChatSession(user_id=user_id, thread_id=thread_id, model=model)
    await session.answer(run_id, publisher)
    router = StreamRouter(publisher)
    router.watch(run_id, user_id)
    router.watch(second_run_id, thread_id)
    await router.pump(model.stream(run_id), model.stream(second_run_id))
    await session.fan_out([run_id, second_run_id], publisher)
    await router.finish()
