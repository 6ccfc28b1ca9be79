from __future__ import annotations

from state import AgentState


async def plan(state: AgentState, ws) -> AgentState:
    await ws.send_to_user(state["user_id"], {"type": "plan", "run": state["run_id"]})
    return {**state, "step": state["step"] + 1}


async def act(state: AgentState, ws) -> AgentState:
    reply_to = state.get("reply_to", state["run_id"])
    await ws.send_to_user(reply_to, {"type": "act", "step": state["step"]})
    state["messages"].append({"role": "assistant", "content": "done"})
    return state


async def summarize(state: AgentState, ws) -> AgentState:
    thread_id = state["thread_id"]
    if thread_id:
        await ws.send_to_thread(thread_id, {"type": "summary", "count": len(state["messages"])})
    else:
        await ws.send_to_user(state["run_id"], {"type": "summary", "count": 0})
    return {**state, "reply_to": state["user_id"] or "nobody"}


NODES = [plan, act, summarize]
