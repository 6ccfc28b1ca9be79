import state


async def notify_owner(key, text):
    session = state.sessions.get(key)
    if session is None:
        return
    await state.manager.send_to_user(session["owner"], {"text": text})


async def notify_key(key, text):
    await state.manager.send_to_user(state.sessions[key]["key"], {"text": text})


async def notify_fallback(text):
    await state.manager.send_to_user(state.default_recipient, {"text": text})
