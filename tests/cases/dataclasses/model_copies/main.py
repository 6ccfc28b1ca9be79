"""Models with `model_copy`, `model_dump` and validation, as request schemas have them."""

from schemas import AgentRequest, AgentState, Progress


async def push(ws, progress):
    await ws.send_to_user(progress.recipient, progress.model_dump())


async def main(manager, run_id, user_id):
    request = AgentRequest(job=run_id, account=user_id, prompt="cut costs")
    state = AgentState.from_request(request)
    await push(manager, Progress(recipient=state.account, percent=10))
    await push(manager, Progress(recipient=state.job, percent=20))
    retried = state.model_copy(update={"attempt": 2})
    await push(manager, Progress(recipient=retried.account, percent=30))
    await push(manager, Progress(**{"recipient": retried.job, "percent": 40}))
    mixed = state.model_copy(update={"account": request.job})
    await push(manager, Progress(recipient=mixed.account, percent=50))
    dumped = state.model_dump()
    await manager.send_to_user(dumped["account"], {"n": 1})
    await manager.send_to_user(dumped["job"], {"n": 2})
