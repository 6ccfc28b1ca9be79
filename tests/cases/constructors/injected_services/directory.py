from typing import NamedTuple, Optional


class Entry(NamedTuple):
    run_id: str
    user_id: Optional[str]
    thread_id: Optional[str]


class Directory:
    def __init__(self):
        self._entries = {}

    def remember(self, run_id, user_id, thread_id):
        self._entries[run_id] = Entry(run_id, user_id, thread_id)

    def lookup(self, run_id) -> Entry:
        return self._entries.get(run_id) or Entry(run_id, None, None)

    def owner(self, run_id):
        return self.lookup(run_id).user_id
