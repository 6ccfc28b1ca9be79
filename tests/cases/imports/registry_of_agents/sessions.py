from dataclasses import dataclass, field


@dataclass
class Session:
    run_id: str
    user_id: str
    thread_id: str
    events: list = field(default_factory=list)


class SessionStore:
    def __init__(self):
        self._sessions = {}

    def create(self, run_id, user_id, thread_id):
        session = Session(run_id=run_id, user_id=user_id, thread_id=thread_id)
        self._sessions[run_id] = session
        return session

    def __getitem__(self, run_id):
        return self._sessions[run_id]

    def __contains__(self, run_id):
        return run_id in self._sessions
