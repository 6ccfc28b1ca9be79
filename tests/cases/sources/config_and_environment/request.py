class Envelope:
    def __init__(self, payload):
        self.owner = payload.get("owner")
        self.correlation = payload.get("runId")


class Settings:
    admin = "operator"

    def __init__(self, last_run_id=None):
        self.last_run_id = last_run_id
