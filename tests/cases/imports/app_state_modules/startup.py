import state


def init_app(ws, fallback):
    state.manager = ws
    state.default_recipient = fallback


def open_session(key, owner):
    state.sessions[key] = {"owner": owner, "key": key}
