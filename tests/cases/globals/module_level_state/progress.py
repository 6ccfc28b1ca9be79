import state


async def report(run_id, percent):
    owner = state.owner_of(run_id)
    if owner is None:
        return
    await state.manager.send_to_user(owner, {"run_id": run_id, "percent": percent})


async def report_to_room(run_id, percent):
    if run_id in state.runs:
        await state.manager.send_to_thread(state.room_of(run_id), {"percent": percent})


async def report_last():
    if state.last.user_id:
        await state.manager.send_to_user(state.last.user_id, {"last": state.last.run_id})


async def shout(run_id):
    for target in state.runs:
        await state.manager.send_to_user(target, {"shout": True})
