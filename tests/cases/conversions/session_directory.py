"""A directory of sessions maps runs to sessions, and sessions to people."""


class Session:
    def __init__(self, key, user):
        self.key = key
        self.user = user
        self.runs = []

    def owns(self, run_id):
        return run_id in self.runs


class Directory:
    def __init__(self):
        self.sessions = {}

    def open(self, key, user):
        session = Session(key, user)
        self.sessions[key] = session
        return session

    def session_of(self, run_id):
        for session in self.sessions.values():
            if session.owns(run_id):
                return session
        return None

    def user_of(self, run_id, fallback=""):
        session = self.session_of(run_id)
        if session is None:
            return fallback
        return session.user


async def main(manager, run_id, other_run_id, user_key):
    directory = Directory()
    session = directory.open("s1", user_key)
    session.runs.append(run_id)
    user = directory.user_of(run_id)
    if user:
        await manager.send_to_user(user, {"n": 1, "run": run_id})
    await manager.send_to_user(directory.user_of(other_run_id, fallback="support"), {"n": 2})
    await manager.send_to_user(directory.user_of(other_run_id, fallback=other_run_id), {"n": 3})
    await manager.send_to_user(session.user, {"runs": session.runs})
    for one in session.runs:
        await manager.send_to_user(one, {"n": 5})
