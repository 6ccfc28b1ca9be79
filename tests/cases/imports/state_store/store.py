_STATES = {}


class RunState:
    def __init__(self, key, **fields):
        self.key = key
        self.owner = fields.get("owner")


def save(state):
    _STATES[state.key] = state


def load(key):
    return _STATES.get(key)
