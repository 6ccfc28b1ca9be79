"""Ids kept in a session state."""


class DeepAgentState:
    def __init__(self, user_request, chat_thread_id=None, user_id=None, run_id=None):
        self.user_request = user_request
        self.chat_thread_id = chat_thread_id
        self.user_id = user_id
        self.run_id = run_id


async def reply(ws, state):
    if state.user_id:
        await ws.send_to_user(state.user_id, {"request": state.user_request, "run": state.run_id})
    if state.chat_thread_id:
        await ws.send_to_thread(state.chat_thread_id, {"run": state.run_id})


async def main(manager, run_id, thread_id, user_id):
    await reply(manager, DeepAgentState("hi", thread_id, user_id, run_id))
