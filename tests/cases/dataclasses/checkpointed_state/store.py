import json

from state import AgentState


class Store:
    def __init__(self):
        self._rows = {}

    def save(self, state):
        self._rows[state.job] = state.to_json()

    def load(self, job):
        return AgentState.from_json(self._rows[job])

    def raw(self, job):
        return json.loads(self._rows[job])
